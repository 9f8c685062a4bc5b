package org.cortado.layers.activations;

/** The exponential function, in a form that the compiler vectorises. */
final class Exponential {

  /** From here down {@code exp(x) − 1} is −1, as a float. */
  private static final float LEAST = -17.5f;

  private static final float PART = 1f / 64;

  private Exponential() {}

  /**
   * Returns {@code exp(x) − 1} of an {@code x} that isn't above 0, to the last few digits even near
   * 0; NaN of NaN.
   *
   * <p>By its series at {@code x / 64}, then doubled six times: {@code exp(2r) − 1 = q (q + 2)}
   * where {@code q = exp(r) − 1}, which makes no error greater as long as {@code r} is below 0.
   */
  static float minusOne(float x) {
    float r = Math.max(x, LEAST) * PART;
    float q = r * (1 + r * (1f / 2 + r * (1f / 6 + r * (1f / 24 + r * (1f / 120 + r / 720)))));
    q = q * (q + 2);
    q = q * (q + 2);
    q = q * (q + 2);
    q = q * (q + 2);
    q = q * (q + 2);
    return q * (q + 2);
  }
}
