package org.cortado.api.rate;

import java.util.List;

/**
 * Says how the learning rate changes in the course of a training.
 *
 * <p>A policy is a record of its options that bears {@link org.cortado.api.option.TypeName}; equal
 * arguments give equal rates. Whole numbers of iterations that bear {@link
 * org.cortado.api.option.Iterations} may be given in epochs or samples.
 */
public interface LearningRatePolicy {

  /**
   * Returns the rate of an iteration.
   *
   * @param base the rate that the solver file names
   * @param now which iteration of how many, and what has been observed before it
   */
  double rate(double base, Moment now);

  /** Returns the names of the metrics that the rate depends on, such as {@code test.loss}. */
  default List<String> metrics() {
    return List.of();
  }
}
