package org.cortado.engine.solver;

/**
 * Says how the learning rate changes in the course of a training.
 *
 * <p>A policy is a record of its options that bears {@link org.cortado.api.option.TypeName}; equal
 * arguments give equal rates.
 */
public interface LearningRatePolicy {

  /**
   * Returns the rate of an iteration.
   *
   * @param base the rate that the solver file names
   * @param iteration which iteration, from 0
   * @param length how many iterations there are in all, or of the piece that the policy governs
   */
  double rate(double base, long iteration, long length);
}
