package org.cortado.layers.core.normalization;

/**
 * Takes a mean away from numbers, in two parts: floats are what vectors are made of, but one alone
 * is too coarse.
 */
final class Centring {

  private Centring() {}

  /** Puts {@code x − mean} into the same places of {@code to}, which may be {@code x}. */
  static void subtract(float[] x, double mean, float[] to, int at, int length) {
    float coarse = (float) mean;
    float fine = (float) (mean - coarse);
    for (int i = at; i < at + length; i++) {
      to[i] = x[i] - coarse - fine;
    }
  }

  /** Overwrites {@code x} with {@code (x − mean) · scale + shift}. */
  static void normalize(float[] x, double mean, float scale, float shift, int at, int length) {
    float coarse = (float) mean;
    float fine = (float) (mean - coarse);
    for (int i = at; i < at + length; i++) {
      x[i] = (x[i] - coarse - fine) * scale + shift;
    }
  }
}
