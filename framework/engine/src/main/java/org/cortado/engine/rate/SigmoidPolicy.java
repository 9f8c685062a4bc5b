package org.cortado.engine.rate;

import org.cortado.api.option.Help;
import org.cortado.api.option.Iterations;
import org.cortado.api.option.TypeName;
import org.cortado.api.rate.LearningRatePolicy;
import org.cortado.api.rate.Moment;

/**
 * A rate that goes from one level to another about an iteration: {@code base / (1 + e^(−gamma ·
 * (iteration − stepsize)))}, which falls where {@code gamma} is negative.
 */
@TypeName("sigmoid")
@Help("base_lr / (1 + e ^ (-gamma * (iteration - stepsize))); falls if gamma is negative")
public record SigmoidPolicy(
    @Help("how steeply it changes") double gamma,
    @Iterations @Help("the iteration in the middle of the change") long stepsize)
    implements LearningRatePolicy {

  /** {@code StrictMath}: the same on every platform. */
  @Override
  public double rate(double base, Moment now) {
    return base / (1 + StrictMath.exp(-gamma * (now.iteration() - stepsize)));
  }
}
