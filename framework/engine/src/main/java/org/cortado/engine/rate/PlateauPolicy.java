package org.cortado.engine.rate;

import java.util.List;
import org.cortado.api.option.Default;
import org.cortado.api.option.Help;
import org.cortado.api.option.Range;
import org.cortado.api.option.TypeName;
import org.cortado.api.rate.LearningRatePolicy;
import org.cortado.api.rate.Moment;

/**
 * A rate that changes by a factor whenever a metric has got no better for a while.
 *
 * <p>Torch's ReduceLROnPlateau with relative thresholds: a value counts as better if it gains more
 * than {@code threshold} times the best so far; after more than {@code patience} values that don't,
 * the rate changes, and the next {@code cooldown} values are not counted.
 */
@TypeName("plateau")
@Help("changes by a factor whenever a metric has got no better for a while")
public record PlateauPolicy(
    @Default("test.loss") @Help("what is watched, such as test.loss or test.accuracy")
        String metric,
    @Default("auto") @Help("whether it shall fall (min) or rise (max); auto by its name") Goal goal,
    @Default("0.1") @Range(above = 0, below = 1) @Help("the factor") double gamma,
    @Default("10") @Range(min = 0) @Help("how many values in a row may be no better") int patience,
    @Default("0.0001") @Range(min = 0) @Help("which part of the best a gain must exceed to count")
        double threshold,
    @Default("0") @Range(min = 0) @Help("how many values are not counted after a change")
        int cooldown,
    @Default("0") @Range(min = 0) @Help("the least rate") double min)
    implements LearningRatePolicy {

  @Override
  public double rate(double base, Moment now) {
    int changes = 0;
    int bad = 0;
    int cooling = 0;
    double best = Double.NaN;
    for (double value : now.values(metric)) {
      boolean better = isBetter(value, best);
      best = better ? value : best;
      bad = better || cooling > 0 ? 0 : bad + 1;
      cooling = Math.max(0, cooling - 1);
      if (bad > patience) {
        changes++;
        bad = 0;
        cooling = cooldown;
      }
    }
    double rate = base * StrictMath.pow(gamma, changes);
    return changes == 0 ? rate : Math.max(Math.min(min, base), rate);
  }

  private boolean isBetter(double value, double best) {
    return Double.isNaN(best) || goal.gain(metric, value, best) > threshold * Math.abs(best);
  }

  @Override
  public List<String> metrics() {
    return List.of(metric);
  }
}
