package org.cortado.layers.core.recurrent;

import org.cortado.api.LayerModule;

/** The layers that read sequences. */
public final class RecurrentLayers extends LayerModule {

  @Override
  protected void configureLayers() {
    layer(LSTMLayer.class);
    layer(LSTMUnitLayer.class);
    layer(RNNLayer.class);
  }
}
