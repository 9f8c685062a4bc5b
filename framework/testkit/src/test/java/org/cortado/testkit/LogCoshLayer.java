package org.cortado.testkit;

import jakarta.inject.Inject;
import org.cortado.api.LayerType;
import org.cortado.api.LossFormulaLayer;
import org.cortado.api.LossScale;
import org.cortado.api.Reads;
import org.cortado.api.backend.Backend;
import org.cortado.api.option.Default;
import org.cortado.api.option.Help;

/** A loss of one formula, whose derivative may be wrong. */
@LayerType(
    name = "LogCosh",
    bottoms = 2,
    bottomNames = {"predictions", "targets"},
    topNames = "loss",
    backwardReads = Reads.BOTTOM_DATA,
    loss = true)
@Help("sum of ln cosh of the differences")
final class LogCoshLayer extends LossFormulaLayer {

  /** What a test says of a {@code LogCosh}. */
  record Options(
      @Default("per_item") @Help("what the sum is divided by") LossScale scale,
      @Default("1") @Help("what the derivative is multiplied by") float mistake) {}

  private final float mistake;

  @Inject
  LogCoshLayer(Options options, Backend backend) {
    super(backend, options.scale());
    mistake = options.mistake();
  }

  @Override
  protected double term(float prediction, float target) {
    double size = Math.abs((double) prediction - target);
    return size + Math.log1p(Math.exp(-2 * size)) - Math.log(2);
  }

  @Override
  protected float slope(float prediction, float target) {
    return mistake * (float) Math.tanh((double) prediction - target);
  }
}
