package org.cortado.engine.rate;

import java.util.List;
import org.cortado.api.InvalidLayerException;
import org.cortado.api.option.Help;
import org.cortado.api.option.Iterations;
import org.cortado.api.option.Range;
import org.cortado.api.option.TypeName;
import org.cortado.api.rate.LearningRatePolicy;
import org.cortado.api.rate.Moment;

/**
 * A rate that changes by a factor at some iterations: {@code base · gamma^k} where {@code k} of
 * them have been reached.
 *
 * <p>Unlike Caffe's it depends on the iteration alone: Caffe moves by one step an iteration at
 * most, and so is late where two steps fall together, or a run is resumed.
 */
@TypeName("multistep")
@Help("base_lr * gamma ^ (how many of the step values have been reached)")
public record MultistepPolicy(
    @Range(above = 0) @Help("the factor") double gamma,
    @Iterations @Range(min = 0) @Help("at which iterations, in order") List<Long> stepvalue)
    implements LearningRatePolicy {

  /**
   * Copies the list.
   *
   * @throws InvalidLayerException if it isn't in order
   */
  public MultistepPolicy {
    stepvalue = List.copyOf(stepvalue);
    if (!stepvalue.stream().sorted().toList().equals(stepvalue)) {
      throw new InvalidLayerException("stepvalue must be in order, but is " + stepvalue);
    }
  }

  /** {@code StrictMath}: the same on every platform. */
  @Override
  public double rate(double base, Moment now) {
    long reached = stepvalue.stream().filter(step -> now.iteration() >= step).count();
    return base * StrictMath.pow(gamma, (double) reached);
  }
}
