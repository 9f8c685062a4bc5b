package org.cortado.layers.activations;

/** Comparisons without a branch, which on random signs would cost more than all the rest. */
final class Signs {

  /** Twice in a row it takes the smallest float above 1. */
  private static final float HUGE = 0x1p127f;

  private Signs() {}

  /** Returns 1 above 0, else 0; NaN for NaN. */
  static float above0(float x) {
    return Math.min(Math.max(x, 0) * HUGE * HUGE, 1);
  }

  /** Returns −1, 0 or 1; NaN for NaN. */
  static float sign(float x) {
    return Math.max(Math.min(x * HUGE * HUGE, 1), -1);
  }
}
