package org.cortado.layers.core.arithmetic;

import java.util.List;

/** A function of one element of each bottom, and its gradients. Used by several threads at once. */
interface Combination {

  /** Computes {@code y[i]} of {@code x[0][i]}, {@code x[1][i]}… for the {@code i} below length. */
  void forward(float[][] x, float[] y, int length);

  /** Returns which of so many bottoms the gradient of one is computed of, besides {@code dy}. */
  List<Integer> reads(int bottom, int bottoms);

  /**
   * Computes {@code dx[i]}, the gradient of a bottom.
   *
   * @param in the bottoms that it reads, in that order, then {@code dy}
   */
  void backward(int bottom, float[][] in, float[] dx, int length);

  /** Returns whether {@code dx} is {@code dy} as it is. */
  default boolean passes(int bottom) {
    return false;
  }
}
