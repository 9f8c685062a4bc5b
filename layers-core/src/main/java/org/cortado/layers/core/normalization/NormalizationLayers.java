package org.cortado.layers.core.normalization;

import org.cortado.api.LayerModule;

/** The layers that bring blobs to a common scale. */
public final class NormalizationLayers extends LayerModule {

  @Override
  protected void configureLayers() {}
}
