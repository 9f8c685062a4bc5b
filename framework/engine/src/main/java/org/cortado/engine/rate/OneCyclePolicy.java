package org.cortado.engine.rate;

import org.cortado.api.option.Default;
import org.cortado.api.option.Help;
import org.cortado.api.option.Range;
import org.cortado.api.option.TypeName;
import org.cortado.api.rate.LearningRatePolicy;
import org.cortado.api.rate.Moment;

/**
 * A rate that rises to {@code base} and falls to almost nothing, each along half a cosine, in the
 * course of the whole training.
 *
 * <p>Smith and Topin 2018, with Torch's defaults. {@code base} is the highest rate; the first is
 * {@code base / div}, the last {@code base / div / final_div}.
 */
@TypeName("one_cycle")
@Help("rises to base_lr and falls to almost nothing in the course of the training")
public record OneCyclePolicy(
    @Default("0.3") @Range(above = 0, below = 1) @Help("the part of the training that it rises for")
        double rise,
    @Default("25") @Range(min = 1) @Help("what base_lr is divided by for the first rate")
        double div,
    @Default("10000") @Range(min = 1) @Help("what the first rate is divided by for the last")
        double finalDiv)
    implements LearningRatePolicy {

  @Override
  public double rate(double base, Moment now) {
    double first = base / div;
    double last = Math.max(1, now.length() - 1);
    double top = rise * now.length() - 1;
    return now.iteration() < top
        ? between(first, base, now.iteration() / top)
        : between(base, first / finalDiv, Math.min(1, (now.iteration() - top) / (last - top)));
  }

  /** {@code StrictMath}: the same on every platform. */
  private static double between(double from, double to, double part) {
    return to + (from - to) * (1 + StrictMath.cos(Math.PI * part)) / 2;
  }
}
