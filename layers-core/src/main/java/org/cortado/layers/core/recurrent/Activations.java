package org.cortado.layers.core.recurrent;

/**
 * The hyperbolic tangent and the logistic function without branches or calls, in loops short enough
 * for the compiler to vectorise: {@link Math#exp} would take longer than the products of matrices.
 *
 * <p>First {@code v = tanh(x / 2)}, by a rational function fitted on {@code |x| <= 9.2}, then
 * {@code tanh x = 2v / (1 + v²)}, as {@code 1 - (1 - v)² / (1 + v²)} where that loses less. The
 * tangent is exact to 5 units in the last place, to 3 above 0.8, the logistic function to 2⁻²³. NaN
 * stays NaN.
 */
final class Activations {

  /** From here on the nearest float to the tangent is 1. */
  private static final float MOST = 9.02f;

  /** From here on a tangent of the half counts as great. */
  private static final float GREAT = 0.5f;

  /** Turns any number that matters into one beyond ±1. */
  private static final float HUGE = 0x1p40f;

  private static final float A1 = 0.12674181f;
  private static final float A2 = 0.0026380466f;
  private static final float A3 = 6.0459247e-06f;
  private static final float B1 = 0.46007514f;
  private static final float B2 = 0.022663116f;
  private static final float B3 = 0.00018528926f;

  private Activations() {}

  /** Replaces the elements {@code from} to {@code to - 1} by their hyperbolic tangents. */
  static void tanh(float[] x, int from, int to) {
    for (int i = from; i < to; i++) {
      x[i] = tanhOf(0.5f * limit(x[i], MOST));
    }
    for (int i = from; i < to; i++) {
      x[i] = doubled(x[i]);
    }
  }

  /** Replaces the elements {@code from} to {@code to - 1} by {@code 1 / (1 + exp(-x))}. */
  static void sigmoid(float[] x, int from, int to) {
    for (int i = from; i < to; i++) {
      x[i] = tanhOf(0.25f * limit(x[i], 2 * MOST));
    }
    for (int i = from; i < to; i++) {
      x[i] = 0.5f + 0.5f * doubled(x[i]);
    }
  }

  private static float limit(float x, float most) {
    return Math.max(-most, Math.min(most, x));
  }

  /** Returns the tangent of a number up to 4.6. */
  private static float tanhOf(float u) {
    float t = u * u;
    return u * (1 + t * (A1 + t * (A2 + t * A3))) / (1 + t * (B1 + t * (B2 + t * B3)));
  }

  /** Returns the tangent of {@code 2u}, given that of {@code u}. */
  private static float doubled(float v) {
    float size = Math.abs(v);
    float great = limit((size - GREAT) * HUGE, 1);
    great = Math.max(great, 0) * limit(v * HUGE, 1);
    float missing = great * (1 - size) * (1 - size);
    return great + ((1 - Math.abs(great)) * (v + v) - missing) / (1 + v * v);
  }
}
