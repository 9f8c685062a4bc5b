package org.cortado.layers.core.normalization;

/**
 * What the elements of a set are divided by, given their variance.
 *
 * @param kind how the variance is used
 * @param epsilon what keeps the divisor from 0
 */
record Scaling(Kind kind, double epsilon) {

  /** How a variance is used. */
  enum Kind {
    /** Not at all: the divisor is 1. */
    NONE,
    /** {@code √(variance + epsilon)}. */
    INSIDE,
    /** {@code √variance + epsilon}. */
    OUTSIDE
  }

  /** Returns 1 by the divisor; 0 where that is 0, for then all elements are equal. */
  double inverse(double variance) {
    double divisor =
        switch (kind) {
          case NONE -> 1;
          case INSIDE -> Math.sqrt(variance + epsilon);
          case OUTSIDE -> Math.sqrt(variance) + epsilon;
        };
    return divisor == 0 ? 0 : 1 / divisor;
  }

  /**
   * Returns twice the derivative of the divisor by the variance; 0 where there is none.
   *
   * <p>The gradient's share that comes through the variance is proportional to it.
   */
  double slope(double variance) {
    return switch (kind) {
      case NONE -> 0;
      case INSIDE -> inverse(variance);
      case OUTSIDE -> variance == 0 ? 0 : 1 / Math.sqrt(variance);
    };
  }
}
