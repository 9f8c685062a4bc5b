package org.cortado.layers.core.shape;

import org.cortado.api.LayerModule;

/** The layers that arrange elements. */
public final class ShapeLayers extends LayerModule {

  @Override
  protected void configureLayers() {
    layer(ArgMaxLayer.class);
    layer(BatchReindexLayer.class);
    layer(ConcatLayer.class);
    layer(ConstantLayer.class);
    layer(CropLayer.class);
    layer(FilterLayer.class);
    layer(FlattenLayer.class);
    layer(GatherLayer.class);
    layer(IdentityLayer.class);
    layer(PadLayer.class);
    layer(ParameterLayer.class);
    layer(PermuteLayer.class);
    layer(ReshapeLayer.class);
    layer(SilenceLayer.class);
    layer(SliceLayer.class);
    layer(SplitLayer.class);
    layer(SqueezeLayer.class);
    layer(TileLayer.class);
    layer(UnsqueezeLayer.class);
  }
}
