package org.cortado.layers.core.recurrent;

import org.cortado.api.blob.Shape;

/**
 * How long, how wide and how deep a sequence is.
 *
 * @param steps how many steps there are in time
 * @param streams how many sequences there are side by side
 * @param gates how many numbers go into the cell of a stream
 * @param units how many numbers it puts out
 */
record Extent(int steps, int streams, int gates, int units) {

  private static final int WORTH_A_THREAD = 8192;

  /** Returns the number of streams of all steps. */
  int rows() {
    return Shape.of(steps, streams).count();
  }

  /** Returns the shape of what is computed of all steps. */
  Shape all(int width) {
    return Shape.of(steps, streams, width);
  }

  /** Returns the shape of what is computed of one step. */
  Shape step(int width) {
    return Shape.of(1, streams, width);
  }

  /** Returns how many streams of one step are worth a thread. */
  int grain() {
    return Math.max(1, WORTH_A_THREAD / Math.max(1, gates));
  }
}
