package org.cortado.engine.rate;

import org.cortado.api.option.Default;
import org.cortado.api.option.Help;
import org.cortado.api.option.Range;
import org.cortado.api.option.TypeName;
import org.cortado.api.rate.LearningRatePolicy;
import org.cortado.api.rate.Moment;

/** A rate that falls to 0 at the end: {@code base · (1 − iteration / length)^power}. */
@TypeName("poly")
@Help("base_lr * (1 - iteration / max_iter) ^ power")
public record PolyPolicy(
    @Default("1") @Range(min = 0) @Help("how late it falls: 1 for a straight line") double power)
    implements LearningRatePolicy {

  /** {@code StrictMath}: the same on every platform. */
  @Override
  public double rate(double base, Moment now) {
    double left = 1 - Math.min(1, (double) now.iteration() / now.length());
    return base * StrictMath.pow(left, power);
  }
}
