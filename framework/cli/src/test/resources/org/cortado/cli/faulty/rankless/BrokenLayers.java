package rankless;

import org.cortado.api.LayerModule;

public final class BrokenLayers extends LayerModule {

  @Override
  protected void configureLayers() {
    backend(BrokenBackend.class);
  }
}
