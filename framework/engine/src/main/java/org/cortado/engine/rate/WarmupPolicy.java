package org.cortado.engine.rate;

import java.util.List;
import org.cortado.api.option.Default;
import org.cortado.api.option.Help;
import org.cortado.api.option.Iterations;
import org.cortado.api.option.Range;
import org.cortado.api.option.TypeName;
import org.cortado.api.rate.LearningRatePolicy;
import org.cortado.api.rate.Moment;

/**
 * A rate that rises in a straight line, from a part of what another policy begins with, and then is
 * the other's, whose iterations are counted from there.
 */
@TypeName("warmup")
@Help("rises in a straight line to where another policy begins")
public record WarmupPolicy(
    @Iterations @Range(min = 1) @Help("how many iterations it rises for") long iterations,
    @Default("0")
        @Range(min = 0, max = 1)
        @Help("which part of the other's first rate it begins at")
        double start,
    @Default("fixed") @Help("the policy that follows") LearningRatePolicy then)
    implements LearningRatePolicy {

  @Override
  public double rate(double base, Moment now) {
    Moment after = now.within(iterations, Math.max(1, now.length() - iterations));
    if (now.iteration() >= iterations) {
      return then.rate(base, after);
    }
    return then.rate(base, after.first()) * (start + (1 - start) * now.iteration() / iterations);
  }

  @Override
  public List<String> metrics() {
    return then.metrics();
  }
}
