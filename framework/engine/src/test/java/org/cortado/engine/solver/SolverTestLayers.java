package org.cortado.engine.solver;

import org.cortado.api.LayerModule;

/** The few layers of a least-squares net, written as plainly as can be. */
public final class SolverTestLayers extends LayerModule {

  @Override
  protected void configureLayers() {
    layer(CasesLayer.class);
    layer(FixedCasesLayer.class);
    layer(CuriousLayer.class);
    layer(LineLayer.class);
    layer(SquaredErrorLayer.class);
  }
}
