package org.cortado.engine.portable;

import org.cortado.api.LayerModule;

/** Offers the backend that runs everywhere. */
public final class PortableModule extends LayerModule {

  @Override
  protected void configureLayers() {
    backend(PortableBackendFactory.class);
  }
}
