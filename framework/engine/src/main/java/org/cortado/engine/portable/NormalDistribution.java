package org.cortado.engine.portable;

/** The standard normal distribution. */
final class NormalDistribution {

  private static final double SQRT_HALF = Math.sqrt(0.5);
  private static final double HIGHEST_DENSITY = 1 / Math.sqrt(2 * Math.PI);

  /**
   * The Chebyshev series over {@code t = 1 / (1 + z/2)}, from 0 to 1, of {@code log(erfc(z)) + z² −
   * log(t)}. Cut off here it is right to 4e-10, far below what a float shows.
   */
  private static final double[] SERIES = {
    -1.30265371978,
    0.641969792356,
    0.0194764732042,
    -0.00956151478681,
    -0.000946595344482,
    0.000366839497853,
    4.25233248069e-5,
    -2.02785781125e-5,
    -1.62429000465e-6,
    1.30365583558e-6,
    1.56264417221e-8,
    -8.52380959149e-8,
    6.5290544391e-9,
    5.05934349555e-9,
    -9.91364156493e-10
  };

  private NormalDistribution() {}

  /** Returns the probability of a number below {@code x}. */
  static double below(double x) {
    double tail = complementaryErrorFunction(Math.abs(x) * SQRT_HALF) / 2;
    return x > 0 ? 1 - tail : tail;
  }

  /** Returns the density at {@code x}. */
  static double density(double x) {
    return HIGHEST_DENSITY * Math.exp(-x * x / 2);
  }

  private static double complementaryErrorFunction(double z) {
    double t = 1 / (1 + z / 2);
    return t * Math.exp(series(2 * t - 1) - z * z);
  }

  /** Sums the series by Clenshaw's recurrence. */
  private static double series(double x) {
    double next = 0;
    double sum = 0;
    for (int k = SERIES.length - 1; k > 0; k--) {
      double before = next;
      next = sum;
      sum = 2 * x * next - before + SERIES[k];
    }
    return x * sum - next + SERIES[0] / 2;
  }
}
