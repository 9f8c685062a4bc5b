package org.cortado.layers.activations;

import org.cortado.api.LayerModule;

/** The layers of this jar. */
public final class ActivationLayers extends LayerModule {

  @Override
  protected void configureLayers() {
    layer(DropoutLayer.class);
    layer(ExpLayer.class);
    layer(PowerLayer.class);
    layer(ReLULayer.class);
    layer(ReciprocalLayer.class);
    layer(SigmoidLayer.class);
    layer(TanHLayer.class);
  }
}
