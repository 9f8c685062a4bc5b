package org.cortado.engine.update;

/** Sums of squares, in doubles. */
final class Squares {

  private Squares() {}

  /** Returns the sum over the first {@code length} elements; four at a time, each with its own. */
  static double sum(float[] values, int length) {
    double a = 0;
    double b = 0;
    double c = 0;
    double d = 0;
    int i = 0;
    for (; i + 3 < length; i += 4) {
      a += square(values[i]);
      b += square(values[i + 1]);
      c += square(values[i + 2]);
      d += square(values[i + 3]);
    }
    for (; i < length; i++) {
      a += square(values[i]);
    }
    return a + b + (c + d);
  }

  private static double square(double value) {
    return value * value;
  }
}
