package org.cortado.engine.rate;

import org.cortado.api.option.Help;
import org.cortado.api.option.Range;
import org.cortado.api.option.TypeName;
import org.cortado.api.rate.LearningRatePolicy;
import org.cortado.api.rate.Moment;

/** A rate that falls ever more slowly: {@code base · (1 + gamma · iteration)^−power}. */
@TypeName("inv")
@Help("base_lr * (1 + gamma * iteration) ^ -power")
public record InvPolicy(
    @Range(min = 0) @Help("how early it falls") double gamma,
    @Help("how steeply it falls") double power)
    implements LearningRatePolicy {

  /** {@code StrictMath}: the same on every platform. */
  @Override
  public double rate(double base, Moment now) {
    return base * StrictMath.pow(1 + gamma * now.iteration(), -power);
  }
}
