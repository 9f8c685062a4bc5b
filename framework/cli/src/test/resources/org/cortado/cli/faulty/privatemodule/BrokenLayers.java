package privatemodule;

import org.cortado.api.LayerModule;

final class BrokenLayers extends LayerModule {

  @Override
  protected void configureLayers() {
    layer(BrokenLayer.class);
  }
}
