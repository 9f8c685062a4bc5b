package org.cortado.onednn;

import org.cortado.api.LayerModule;

/** Offers the oneDNN backend. */
public final class OneDnnModule extends LayerModule {

  @Override
  protected void configureLayers() {
    backend(OneDnnBackendFactory.class);
  }
}
