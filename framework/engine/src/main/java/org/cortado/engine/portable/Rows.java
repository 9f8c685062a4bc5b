package org.cortado.engine.portable;

/**
 * A matrix that a product reads, wherever its elements come from: stored in order, in another
 * order, or found in an image as the windows of a convolution.
 */
interface Rows {

  /** Copies the columns {@code from} to {@code from + count - 1} of a row to the array's head. */
  void copy(int row, int from, int count, float[] target);
}
