package org.cortado.layers.activations;

/** Powers of many numbers, the usual ones at the speed of memory. */
final class Powers {

  private Powers() {}

  /** Replaces each number by its power, as {@link Math#pow} does, save that −∞ has no root. */
  static void raise(float[] u, float power, int length) {
    if (power == 2) {
      square(u, length);
    } else if (power == 3) {
      cube(u, length);
    } else if (power == -1) {
      invert(u, length);
    } else if (power == -2) {
      square(u, length);
      invert(u, length);
    } else if (power == 0.5f) {
      takeRoots(u, length);
    } else if (power == -0.5f) {
      takeRoots(u, length);
      invert(u, length);
    } else if (power != 1) {
      raiseAnyhow(u, power, length);
    }
  }

  private static void square(float[] u, int length) {
    for (int i = 0; i < length; i++) {
      u[i] *= u[i];
    }
  }

  private static void cube(float[] u, int length) {
    for (int i = 0; i < length; i++) {
      u[i] = u[i] * u[i] * u[i];
    }
  }

  private static void invert(float[] u, int length) {
    for (int i = 0; i < length; i++) {
      u[i] = 1 / u[i];
    }
  }

  /** The root of -0 is -0, but its power is 0: hence the addition. */
  private static void takeRoots(float[] u, int length) {
    for (int i = 0; i < length; i++) {
      u[i] = (float) Math.sqrt(u[i]) + 0f;
    }
  }

  private static void raiseAnyhow(float[] u, float power, int length) {
    for (int i = 0; i < length; i++) {
      u[i] = (float) Math.pow(u[i], power);
    }
  }

  /** Replaces each number by its product with {@code factor · dy}. */
  static void multiply(float[] u, float factor, float[] dy, int length) {
    for (int i = 0; i < length; i++) {
      u[i] = factor * u[i] * dy[i];
    }
  }

  /** Does the same where a number may be infinite, which times 0 would be none. */
  static void multiplySafely(float[] u, float factor, float[] dy, int length) {
    for (int i = 0; i < length; i++) {
      u[i] = dy[i] == 0 ? 0 : factor * u[i] * dy[i];
    }
  }
}
