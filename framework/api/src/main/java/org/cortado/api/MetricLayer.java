package org.cortado.api;

/**
 * A layer that measures what can't be averaged over batches, such as an F1 score or the area under
 * a curve.
 *
 * <p>A layer whose top is a single number is a metric already: a test reports the mean over its
 * items. A {@code MetricLayer} is asked instead, at the end of a test, for its value over all that
 * it has seen; its forward passes count what they see and write the value of the batch at hand to
 * the tops, which is what a training displays. That may be NaN where the batch has no value, such
 * as the area under a curve of one class; the value of a test must be a number.
 */
public interface MetricLayer extends Layer {

  /** Forgets what has been seen: a test begins, or an iteration of a training. */
  void begin();

  /**
   * Returns a value over all that forward passes have shown since {@link #begin}; only asked for by
   * tests.
   *
   * @param top the index of the top in whose name it is reported; the top is a single number
   */
  double value(int top);
}
