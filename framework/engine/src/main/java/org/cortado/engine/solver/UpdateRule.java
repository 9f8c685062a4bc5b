package org.cortado.engine.solver;

/**
 * Says how a gradient changes weights.
 *
 * <p>Works on plain arrays and keeps nothing between calls: what it remembers of a weight stands in
 * the history, which begins at 0. Called by several threads at once, for different weights.
 */
@FunctionalInterface
public interface UpdateRule {

  /**
   * Changes the first {@code length} weights and their history.
   *
   * @param weights are changed
   * @param gradient of the loss with respect to the weights, regularisation included
   * @param history one number a weight, is changed
   * @param rate the learning rate of these weights
   */
  void update(float[] weights, float[] gradient, float[] history, float rate, int length);
}
