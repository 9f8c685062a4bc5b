package org.cortado.layers.core.arithmetic;

import org.cortado.api.LayerModule;

/** The layers that calculate. */
public final class ArithmeticLayers extends LayerModule {

  @Override
  protected void configureLayers() {
    layer(AddLayer.class);
    layer(BiasLayer.class);
    layer(DivideLayer.class);
    layer(EltwiseLayer.class);
    layer(EmbedLayer.class);
    layer(InnerProductLayer.class);
    layer(MatMulLayer.class);
    layer(MaxLayer.class);
    layer(MeanLayer.class);
    layer(MinLayer.class);
    layer(MultiplyLayer.class);
    layer(NormLayer.class);
    layer(ReductionLayer.class);
    layer(ScaleLayer.class);
    layer(SubtractLayer.class);
    layer(SumLayer.class);
  }
}
