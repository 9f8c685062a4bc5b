package org.cortado.engine.rate;

import org.cortado.api.option.Help;
import org.cortado.api.option.Iterations;
import org.cortado.api.option.Range;
import org.cortado.api.option.TypeName;
import org.cortado.api.rate.LearningRatePolicy;
import org.cortado.api.rate.Moment;

/**
 * A rate that changes by a factor after every so many iterations: {@code base · gamma^⌊iteration /
 * stepsize⌋}.
 */
@TypeName("step")
@Help("base_lr * gamma ^ floor(iteration / stepsize)")
public record StepPolicy(
    @Range(above = 0) @Help("the factor") double gamma,
    @Iterations @Range(min = 1) @Help("after how many iterations") long stepsize)
    implements LearningRatePolicy {

  /** {@code StrictMath}: the same on every platform. */
  @Override
  public double rate(double base, Moment now) {
    long steps = now.iteration() / stepsize;
    return base * StrictMath.pow(gamma, (double) steps);
  }
}
