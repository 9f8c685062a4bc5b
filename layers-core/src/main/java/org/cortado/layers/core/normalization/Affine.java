package org.cortado.layers.core.normalization;

/**
 * What normalised elements are multiplied by, and what is added to them: {@code γ} and β.
 *
 * <p>A unit lies in arrays from {@code at} on: 0, or a multiple of its length.
 */
interface Affine {

  /** Reads the parameters, before a pass. */
  default void open() {}

  /** Returns what all elements of a unit are multiplied by. */
  default float scale(int unit) {
    return 1;
  }

  /**
   * Overwrites the elements of a unit with what they are once they are normalised, multiplied and
   * added to.
   */
  void normalize(int unit, float[] x, double mean, double inverse, int at);

  /** Multiplies the gradient of each element of a unit by the element's own factor. */
  default void weigh(int unit, float[] dy, int at) {}

  /**
   * Takes note of what the parameters of single elements get from a unit.
   *
   * @param centred {@code x − mean}
   * @param inverse what that was multiplied by
   */
  default void collect(int worker, int unit, float[] dy, float[] centred, float inverse, int at) {}

  /** Returns whether there are parameters, which want a gradient. */
  default boolean learns() {
    return false;
  }

  /** Forgets what was collected. */
  default void clear() {}

  /** Adds the gradients of the parameters to their diffs, after a pass over all units. */
  default void addGradients(BackwardSums sums) {}
}
