package org.cortado.engine.plugin;

import org.cortado.api.backend.Backend;
import org.cortado.api.backend.ForwardingBackend;

/** A plug-in's backend, which is closed as it was opened: with its class loader as the thread's. */
final class PluginBackend extends ForwardingBackend {

  private final Backend own;

  PluginBackend(Backend own) {
    super(own);
    this.own = own;
  }

  @Override
  public String name() {
    return own.name();
  }

  @Override
  public void close() {
    ContextLoader.run(own.getClass(), super::close);
  }
}
