package ruleofathread;

import org.cortado.api.LayerModule;

public final class BrokenLayers extends LayerModule {

  @Override
  protected void configureLayers() {
    updateRule(BrokenRule.class);
  }
}
