package org.cortado.testkit;

import jakarta.inject.Inject;
import org.cortado.api.FormulaLayer;
import org.cortado.api.LayerType;
import org.cortado.api.Reads;
import org.cortado.api.backend.Backend;
import org.cortado.api.option.Help;

/** A layer of one formula that looks at signs. */
@LayerType(name = "Ramp", inPlace = true, backwardReads = Reads.TOP_SIGN)
@Help("max(x, 0)")
final class RampLayer extends FormulaLayer {

  @Inject
  RampLayer(Backend backend) {
    super(backend);
  }

  @Override
  protected float value(float x) {
    return Math.max(x, 0);
  }

  @Override
  protected float derivative(float x, float y) {
    return step(y);
  }
}
