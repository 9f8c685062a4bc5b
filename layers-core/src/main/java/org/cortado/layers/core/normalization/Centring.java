package org.cortado.layers.core.normalization;

/** Takes a mean away from numbers. */
final class Centring {

  private Centring() {}

  /**
   * Subtracts from the first elements a mean that is taken in two parts: floats are what vectors
   * are made of, but one alone is too coarse.
   */
  static void subtract(float[] x, double mean, int length) {
    float coarse = (float) mean;
    float fine = (float) (mean - coarse);
    for (int i = 0; i < length; i++) {
      x[i] = x[i] - coarse - fine;
    }
  }
}
