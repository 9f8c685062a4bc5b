package org.cortado.layers.core.arithmetic;

import java.util.Set;
import org.cortado.api.Reads;

/**
 * A number that many make together: {@code y = finish(Σ term(x))}. Used by several threads at once.
 */
interface Summary {

  /** Computes {@code terms[i]} of {@code x[0][i]} for the {@code i} below {@code length}. */
  void terms(float[][] x, float[] terms, int length);

  /**
   * Returns what is made of a sum.
   *
   * @param count of how many terms, at least 1
   */
  double finish(double sum, int count);

  /** Returns what {@link #backward} reads. */
  Set<Reads> reads();

  /**
   * Computes {@code dx[i]}.
   *
   * @param in the {@code dy} that {@code x[i]} went into, then {@code x} and {@code y} as far as
   *     {@link #reads} says
   * @param count how many terms a sum had
   */
  void backward(float[][] in, float[] dx, int length, int count);
}
