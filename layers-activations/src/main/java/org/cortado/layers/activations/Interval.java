package org.cortado.layers.activations;

/** What Clip and HardTanh share: numbers between a least and a greatest one. */
final class Interval {

  private final float least;
  private final float greatest;

  Interval(float least, float greatest) {
    this.least = least;
    this.greatest = greatest;
  }

  /** Computes the nearest number of the interval; NaN of NaN. */
  void clamp(float[] x, float[] y, int length) {
    for (int i = 0; i < length; i++) {
      y[i] = Math.min(Math.max(x[i], least), greatest);
    }
  }

  /** Computes {@code dy} where {@code x} is in the interval or on its bounds, else 0. */
  void passWithin(float[] x, float[] dy, float[] dx, int length) {
    for (int i = 0; i < length; i++) {
      dx[i] = dy[i] * (1 - Signs.above0(Math.max(least - x[i], x[i] - greatest)));
    }
  }

  /** Computes {@code dy} where {@code x} is in the interval and not on its bounds, else 0. */
  void passStrictlyWithin(float[] x, float[] dy, float[] dx, int length) {
    for (int i = 0; i < length; i++) {
      dx[i] = dy[i] * Signs.above0(Math.min(x[i] - least, greatest - x[i]));
    }
  }
}
