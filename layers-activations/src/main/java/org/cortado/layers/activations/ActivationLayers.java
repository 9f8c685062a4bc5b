package org.cortado.layers.activations;

import org.cortado.api.LayerModule;

/** The layers of this jar. */
public final class ActivationLayers extends LayerModule {

  @Override
  protected void configureLayers() {
    layer(AbsValLayer.class);
    layer(AddConstantLayer.class);
    layer(BNLLLayer.class);
    layer(ClipLayer.class);
    layer(DropoutLayer.class);
    layer(ELULayer.class);
    layer(ExpLayer.class);
    layer(GELULayer.class);
    layer(HardTanhLayer.class);
    layer(LeakyReLULayer.class);
    layer(LogLayer.class);
    layer(MaxoutLayer.class);
    layer(MulConstantLayer.class);
    layer(PReLULayer.class);
    layer(PowerLayer.class);
    layer(ReLULayer.class);
    layer(ReciprocalLayer.class);
    layer(SELULayer.class);
    layer(SiLULayer.class);
    layer(SigmoidLayer.class);
    layer(SoftplusLayer.class);
    layer(SoftsignLayer.class);
    layer(SwishLayer.class);
    layer(TanHLayer.class);
    layer(ThresholdLayer.class);
  }
}
