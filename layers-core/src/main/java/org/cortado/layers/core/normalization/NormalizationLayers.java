package org.cortado.layers.core.normalization;

import org.cortado.api.LayerModule;

/** The layers that bring blobs to a common scale. */
public final class NormalizationLayers extends LayerModule {

  @Override
  protected void configureLayers() {
    layer(BatchNormLayer.class);
    layer(GroupNormLayer.class);
    layer(InstanceNormLayer.class);
    layer(LRNLayer.class);
    layer(LayerNormLayer.class);
    layer(MVNLayer.class);
  }
}
