package org.cortado.layers.core.vision;

import org.cortado.api.LayerModule;

/** The layers that look at images. */
public final class VisionLayers extends LayerModule {

  @Override
  protected void configureLayers() {
    layer(AdaptivePoolingLayer.class);
    layer(ConvolutionLayer.class);
    layer(DeconvolutionLayer.class);
    layer(Im2colLayer.class);
    layer(PoolingLayer.class);
    layer(SPPLayer.class);
    layer(UpsampleLayer.class);
  }
}
