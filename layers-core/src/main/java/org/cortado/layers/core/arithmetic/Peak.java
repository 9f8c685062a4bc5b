package org.cortado.layers.core.arithmetic;

/** What is looked for along axes; used by several threads at once. */
enum Peak {
  /** The greatest. */
  GREATEST(1),
  /** The least. */
  LEAST(-1),
  /** The size of the greatest in size. */
  LARGEST(1);

  private final float sign;

  Peak(float sign) {
    this.sign = sign;
  }

  /** Returns what the greatest height is multiplied by in the end. */
  float sign() {
    return sign;
  }

  /** Computes that of which the greatest is looked for. */
  void heights(float[][] in, float[] out, int length) {
    float[] x = in[0];
    if (this == LARGEST) {
      for (int i = 0; i < length; i++) {
        out[i] = Math.abs(x[i]);
      }
    } else {
      for (int i = 0; i < length; i++) {
        out[i] = sign * x[i];
      }
    }
  }

  /**
   * Returns the derivative of the result by the element that it was found at; 0 for a size of 0.
   */
  float slope(float x) {
    return this == LARGEST ? Math.signum(x) : 1;
  }
}
