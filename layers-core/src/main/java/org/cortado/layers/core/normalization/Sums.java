package org.cortado.layers.core.normalization;

/**
 * Sums over the first elements of arrays, in double precision.
 *
 * <p>Each is four sums at once: one alone would wait for itself at every step.
 */
final class Sums {

  private Sums() {}

  /** Returns {@code Σ x}. */
  static double of(float[] x, int length) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int i = 0;
    for (; i + 3 < length; i += 4) {
      s0 += x[i];
      s1 += x[i + 1];
      s2 += x[i + 2];
      s3 += x[i + 3];
    }
    for (; i < length; i++) {
      s0 += x[i];
    }
    return (s0 + s1) + (s2 + s3);
  }

  /** Returns {@code Σ (x − mean)²}. */
  static double ofSquares(float[] x, double mean, int length) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int i = 0;
    for (; i + 3 < length; i += 4) {
      double d0 = x[i] - mean;
      double d1 = x[i + 1] - mean;
      double d2 = x[i + 2] - mean;
      double d3 = x[i + 3] - mean;
      s0 += d0 * d0;
      s1 += d1 * d1;
      s2 += d2 * d2;
      s3 += d3 * d3;
    }
    for (; i < length; i++) {
      s0 += (x[i] - mean) * (x[i] - mean);
    }
    return (s0 + s1) + (s2 + s3);
  }

  /** Returns {@code Σ dy · (x − mean)}. */
  static double ofProducts(float[] dy, float[] x, double mean, int length) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int i = 0;
    for (; i + 3 < length; i += 4) {
      s0 += dy[i] * (x[i] - mean);
      s1 += dy[i + 1] * (x[i + 1] - mean);
      s2 += dy[i + 2] * (x[i + 2] - mean);
      s3 += dy[i + 3] * (x[i + 3] - mean);
    }
    for (; i < length; i++) {
      s0 += dy[i] * (x[i] - mean);
    }
    return (s0 + s1) + (s2 + s3);
  }
}
