package org.cortado.layers.core.arithmetic;

import org.cortado.api.LayerModule;

/** The layers that calculate. */
public final class ArithmeticLayers extends LayerModule {

  @Override
  protected void configureLayers() {
    layer(AddLayer.class);
    layer(InnerProductLayer.class);
    layer(MaxLayer.class);
    layer(MultiplyLayer.class);
    layer(SumLayer.class);
  }
}
