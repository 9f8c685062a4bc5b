package org.cortado.engine.plugin;

import org.cortado.api.LayerModule;
import org.cortado.api.filler.BilinearFiller;
import org.cortado.api.filler.ConstantFiller;
import org.cortado.api.filler.GaussianFiller;
import org.cortado.api.filler.IdentityFiller;
import org.cortado.api.filler.MsraFiller;
import org.cortado.api.filler.OrthogonalFiller;
import org.cortado.api.filler.PositiveUnitballFiller;
import org.cortado.api.filler.TruncatedNormalFiller;
import org.cortado.api.filler.UniformFiller;
import org.cortado.api.filler.XavierFiller;

/** The fillers that every layer jar may count on. */
public final class BuiltInFillers extends LayerModule {

  @Override
  protected void configureLayers() {
    filler(BilinearFiller.class);
    filler(ConstantFiller.class);
    filler(GaussianFiller.class);
    filler(IdentityFiller.class);
    filler(MsraFiller.class);
    filler(OrthogonalFiller.class);
    filler(PositiveUnitballFiller.class);
    filler(TruncatedNormalFiller.class);
    filler(UniformFiller.class);
    filler(XavierFiller.class);
  }
}
