package org.cortado.engine.update;

/** Draws weights towards 0 by adding to their gradient. */
public enum Regularizer {
  /** The gradient of {@code decay / 2 · Σ w²}: adds {@code decay · w}. */
  L2 {
    @Override
    public void addTo(float[] gradient, float[] weights, float decay, int length) {
      for (int i = 0; i < length; i++) {
        gradient[i] += decay * weights[i];
      }
    }
  },
  /** The gradient of {@code decay · Σ |w|}: adds {@code decay · sign(w)}. */
  L1 {
    @Override
    public void addTo(float[] gradient, float[] weights, float decay, int length) {
      for (int i = 0; i < length; i++) {
        gradient[i] += decay * Math.signum(weights[i]);
      }
    }
  };

  /**
   * Adds to the first {@code length} elements of a gradient.
   *
   * @param decay how strongly; 0 adds nothing
   */
  public abstract void addTo(float[] gradient, float[] weights, float decay, int length);
}
