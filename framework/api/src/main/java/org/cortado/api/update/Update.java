package org.cortado.api.update;

/**
 * Computes an {@link UpdateRule}, on plain arrays.
 *
 * <p>Holds what is the same for all weights in one step, such as corrections of bias, and nothing
 * that outlives the step.
 */
@FunctionalInterface
public interface Update {

  /**
   * Prepares the changes of a step.
   *
   * @param step its number, from 1
   */
  default void begin(long step) {}

  /**
   * Changes the first {@code length} weights and their histories. Called by several threads at
   * once, for different weights.
   *
   * @param weights are changed
   * @param gradient of the loss with respect to the weights; may be overwritten
   * @param histories are changed, in the order of {@link UpdateRule#histories}
   * @param rate the learning rate of these weights
   */
  void change(float[] weights, float[] gradient, float[][] histories, float rate, int length);
}
