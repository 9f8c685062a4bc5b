package org.cortado.layers.core.composite;

import org.cortado.api.LayerModule;

/** The layers made of parts that composition is tested on. */
public final class ComposedLayers extends LayerModule {

  @Override
  protected void configureLayers() {
    layer(ResidualLayer.class);
    layer(MixedLayer.class);
    layer(MisspeltLayer.class);
    layer(ConnectedLayer.class);
    layer(ForgetfulLayer.class);
    layer(CrashingLayer.class);
    layer(CountedLayer.class);
  }
}
