package org.cortado.engine.rate;

import org.cortado.api.LayerModule;

/** The learning rate policies that every solver may count on. */
public final class BuiltInPolicies extends LayerModule {

  @Override
  protected void configureLayers() {
    learningRatePolicy(CosinePolicy.class);
    learningRatePolicy(CyclicPolicy.class);
    learningRatePolicy(ExpPolicy.class);
    learningRatePolicy(FixedPolicy.class);
    learningRatePolicy(InvPolicy.class);
    learningRatePolicy(MultistepPolicy.class);
    learningRatePolicy(OneCyclePolicy.class);
    learningRatePolicy(PiecewisePolicy.class);
    learningRatePolicy(PlateauPolicy.class);
    learningRatePolicy(PolyPolicy.class);
    learningRatePolicy(SigmoidPolicy.class);
    learningRatePolicy(StepPolicy.class);
    learningRatePolicy(WarmupPolicy.class);
  }
}
