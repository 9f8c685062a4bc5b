package policyofathread;

import org.cortado.api.LayerModule;

public final class BrokenLayers extends LayerModule {

  @Override
  protected void configureLayers() {
    learningRatePolicy(BrokenPolicy.class);
  }
}
