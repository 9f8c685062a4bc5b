package twolayersofaname;

import org.cortado.api.LayerModule;

public final class BrokenLayers extends LayerModule {

  @Override
  protected void configureLayers() {
    layer(OneLayer.class);
    layer(OtherLayer.class);
  }
}
