package org.cortado.engine.solver;

import org.cortado.api.option.Default;
import org.cortado.api.option.Help;
import org.cortado.api.option.Range;
import org.cortado.api.rate.History;
import org.cortado.engine.rate.Goal;

/** Ends a training that a metric says gets no better. */
public record EarlyStopping(
    @Default("test.loss") @Help("the metric, such as test.loss or test.accuracy") String metric,
    @Default("auto") @Help("whether it shall fall (min) or rise (max); auto by its name") Goal goal,
    @Default("5") @Range(min = 1) @Help("how many values in a row may be no better") int patience,
    @Default("0") @Range(min = 0) @Help("how much better counts as better") double minGain) {

  /** Returns in words why a training has ended. */
  String reason() {
    return "%s got no better %d times in a row".formatted(metric, patience);
  }

  /** Returns whether the last {@code patience} values have been no better than one before. */
  boolean isDue(History history) {
    double best = Double.NaN;
    int bad = 0;
    for (double value : history.values(metric)) {
      boolean better = Double.isNaN(best) || goal.gain(metric, value, best) > minGain;
      best = better ? value : best;
      bad = better ? 0 : bad + 1;
    }
    return bad >= patience;
  }
}
