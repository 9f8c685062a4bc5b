package twomodulesofaname;

import org.cortado.api.LayerModule;

public final class MoreLayers extends LayerModule {

  @Override
  protected void configureLayers() {
    layer(OtherLayer.class);
  }
}
