package org.cortado.testkit;

import org.cortado.api.LayerModule;

/** The layers that the testkit is tested on. */
public final class TestedLayers extends LayerModule {

  @Override
  protected void configureLayers() {
    layer(FaultyLayer.class);
    layer(ReverseLayer.class);
    layer(SilentLayer.class);
    layer(SquashLayer.class);
    layer(RampLayer.class);
    layer(LogCoshLayer.class);
  }
}
