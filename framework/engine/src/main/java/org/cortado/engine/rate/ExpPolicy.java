package org.cortado.engine.rate;

import org.cortado.api.option.Help;
import org.cortado.api.option.Range;
import org.cortado.api.option.TypeName;
import org.cortado.api.rate.LearningRatePolicy;
import org.cortado.api.rate.Moment;

/** A rate that changes by a factor with every iteration: {@code base · gamma^iteration}. */
@TypeName("exp")
@Help("base_lr * gamma ^ iteration")
public record ExpPolicy(@Range(above = 0) @Help("the factor") double gamma)
    implements LearningRatePolicy {

  /** {@code StrictMath}: the same on every platform. */
  @Override
  public double rate(double base, Moment now) {
    return base * StrictMath.pow(gamma, (double) now.iteration());
  }
}
