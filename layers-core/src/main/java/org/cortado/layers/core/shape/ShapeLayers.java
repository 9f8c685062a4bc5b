package org.cortado.layers.core.shape;

import org.cortado.api.LayerModule;

/** The layers that arrange elements. */
public final class ShapeLayers extends LayerModule {

  @Override
  protected void configureLayers() {
    layer(ConcatLayer.class);
    layer(FlattenLayer.class);
    layer(PermuteLayer.class);
    layer(ReshapeLayer.class);
    layer(SplitLayer.class);
  }
}
