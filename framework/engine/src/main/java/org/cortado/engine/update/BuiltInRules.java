package org.cortado.engine.update;

import org.cortado.api.LayerModule;

/** The update rules that every solver may count on, and the ways of averaging weights. */
public final class BuiltInRules extends LayerModule {

  @Override
  protected void configureLayers() {
    updateRule(SgdRule.class);
    updateRule(NesterovRule.class);
    updateRule(AdaGradRule.class);
    updateRule(RmsPropRule.class);
    updateRule(AdaDeltaRule.class);
    updateRule(AdamRule.class);
    updateRule(AdamWRule.class);
    updateRule(AmsGradRule.class);
    updateRule(NAdamRule.class);
    updateRule(RAdamRule.class);
    updateRule(LionRule.class);
    updateRule(LarsRule.class);
    choice(WeightAveraging.class, EmaAveraging.class);
    choice(WeightAveraging.class, SwaAveraging.class);
  }
}
