package org.cortado.engine.rate;

import org.cortado.api.option.Default;
import org.cortado.api.option.Help;
import org.cortado.api.option.Iterations;
import org.cortado.api.option.Range;
import org.cortado.api.option.TypeName;
import org.cortado.api.rate.LearningRatePolicy;
import org.cortado.api.rate.Moment;

/**
 * A rate that rises from {@code base} to {@code max} and falls back, again and again, in straight
 * lines of {@code stepsize} iterations.
 *
 * <p>Smith 2017. The {@code k}th rise, from 0, is {@code gamma^k} times as high: 1 is the paper's
 * triangular policy, 0.5 its triangular2.
 */
@TypeName("cyclic")
@Help("rises from base_lr to max and falls back, again and again")
public record CyclicPolicy(
    @Range(min = 0) @Help("the highest rate") double max,
    @Iterations @Range(min = 1) @Help("iterations of a rise, and of a fall") long stepsize,
    @Default("1") @Range(above = 0, max = 1) @Help("what each rise is of the one before")
        double gamma)
    implements LearningRatePolicy {

  /** {@code StrictMath}: the same on every platform. */
  @Override
  public double rate(double base, Moment now) {
    long cycle = now.iteration() / (2 * stepsize);
    long into = now.iteration() % (2 * stepsize);
    double height = 1 - Math.abs((double) (into - stepsize)) / stepsize;
    return base + (max - base) * height * StrictMath.pow(gamma, (double) cycle);
  }
}
