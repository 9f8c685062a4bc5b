package org.cortado.engine.update;

/** Divides gradients by {@code iter_size} and clips them, in the order that was asked for. */
final class GradientScale {

  private final float first;
  private final double last;
  private final float limit;
  private final double norm;
  private float factor;

  GradientScale(UpdateSettings settings) {
    Clipping clipping = settings.clipping();
    double mean = 1.0 / settings.iterSize();
    first = clipping.sums() ? 1 : (float) mean;
    last = clipping.sums() ? mean : 1;
    limit = clipping.value().map(Double::floatValue).orElse(Float.POSITIVE_INFINITY);
    norm = clipping.norm().orElse(Double.POSITIVE_INFINITY);
    factor = (float) last;
  }

  /** Returns whether {@link #norm} must be told before gradients can be scaled. */
  boolean clipsNorm() {
    return norm < Double.POSITIVE_INFINITY;
  }

  /** Takes the L2 norm of all gradients as {@link #begin} leaves them. */
  void norm(double seen) {
    factor = (float) (seen > norm ? norm / seen * last : last);
  }

  /** Returns the number that {@link #end} multiplies by. */
  float factor() {
    return factor;
  }

  /** Does what comes before the norm. */
  void begin(float[] gradient, int length) {
    multiply(gradient, first, length);
    if (limit < Float.POSITIVE_INFINITY) {
      clip(gradient, length);
    }
  }

  /** Does what comes after the norm. */
  void end(float[] gradient, int length) {
    multiply(gradient, factor, length);
  }

  private static void multiply(float[] gradient, float by, int length) {
    if (by != 1) {
      for (int i = 0; i < length; i++) {
        gradient[i] *= by;
      }
    }
  }

  private void clip(float[] gradient, int length) {
    float most = limit;
    for (int i = 0; i < length; i++) {
      gradient[i] = Math.max(-most, Math.min(most, gradient[i]));
    }
  }
}
