package org.cortado.layers.activations;

/** The exponential function, in a form that the compiler vectorises. */
final class Exponential {

  /** From here down {@code exp(x) − 1} is −1, as a float. */
  static final float LEAST = -17.5f;

  /** Beyond it, and beyond its negative, a float of the power is infinite or 0. */
  private static final double MOST = 120;

  private static final float PART = 1f / 64;

  private static final int SIZE = 2048;

  /** Its loop has no arrays for each thread to give. */
  private static final ThreadLocal<double[]> WIDE = ThreadLocal.withInitial(() -> new double[SIZE]);

  private Exponential() {}

  /**
   * Returns {@code exp(x) − 1} of an {@code x} from LEAST to 0, to the last few digits even near 0;
   * NaN of NaN.
   *
   * <p>By its series at {@code x / 64}, then doubled six times: {@code exp(2r) − 1 = q (q + 2)}
   * where {@code q = exp(r) − 1}, which makes no error greater as long as {@code r} is below 0.
   */
  static float minusOne(float x) {
    float r = x * PART;
    float q = r * (1 + r * (1f / 2 + r * (1f / 6 + r * (1f / 24 + r * (1f / 120 + r / 720)))));
    q = q * (q + 2);
    q = q * (q + 2);
    q = q * (q + 2);
    q = q * (q + 2);
    q = q * (q + 2);
    return q * (q + 2);
  }

  /**
   * Computes {@code y = exp(summand + factor · x)}, so near that it is the right float or the next.
   *
   * <p>By its series at a 1024th, then squared ten times. {@link Math#exp} takes many times as
   * long, and so does all this in one loop, which the change of precision keeps from being
   * vectorised.
   */
  static void power(double summand, double factor, float[] x, float[] y, int length) {
    double[] wide = WIDE.get();
    for (int from = 0; from < length; from += SIZE) {
      int count = Math.min(SIZE, length - from);
      for (int i = 0; i < count; i++) {
        wide[i] = summand + factor * x[from + i];
      }
      power(wide, count);
      for (int i = 0; i < count; i++) {
        y[from + i] = (float) wide[i];
      }
    }
  }

  private static void power(double[] x, int count) {
    for (int i = 0; i < count; i++) {
      double r = Math.max(Math.min(x[i], MOST), -MOST) * 0x1p-10;
      double series = r * (1.0 / 24 + r * (1.0 / 120 + r * (1.0 / 720 + r / 5040)));
      double power = 1 + r * (1 + r * (1.0 / 2 + r * (1.0 / 6 + series)));
      power *= power;
      power *= power;
      power *= power;
      power *= power;
      power *= power;
      power *= power;
      power *= power;
      power *= power;
      power *= power;
      x[i] = power * power;
    }
  }
}
