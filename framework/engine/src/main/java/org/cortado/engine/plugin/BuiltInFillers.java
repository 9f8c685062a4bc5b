package org.cortado.engine.plugin;

import org.cortado.api.LayerModule;
import org.cortado.api.filler.ConstantFiller;
import org.cortado.api.filler.GaussianFiller;
import org.cortado.api.filler.MsraFiller;
import org.cortado.api.filler.UniformFiller;
import org.cortado.api.filler.XavierFiller;

/** The fillers that every layer jar may count on. */
public final class BuiltInFillers extends LayerModule {

  @Override
  protected void configureLayers() {
    filler(ConstantFiller.class);
    filler(UniformFiller.class);
    filler(GaussianFiller.class);
    filler(XavierFiller.class);
    filler(MsraFiller.class);
  }
}
