package org.cortado.layers.core.arithmetic;

import java.util.List;
import java.util.stream.IntStream;

/** {@code y = x_0 / x_1 / …}. */
final class Quotient implements Combination {

  @Override
  public void forward(float[][] x, float[] y, int length) {
    System.arraycopy(x[0], 0, y, 0, length);
    for (int bottom = 1; bottom < x.length; bottom++) {
      divide(y, x[bottom], length);
    }
  }

  private static void divide(float[] y, float[] x, int length) {
    for (int i = 0; i < length; i++) {
      y[i] /= x[i];
    }
  }

  /** The gradient of the dividend reads no dividend. */
  @Override
  public List<Integer> reads(int bottom, int bottoms) {
    return IntStream.range(bottom == 0 ? 1 : 0, bottoms).boxed().toList();
  }

  @Override
  public void backward(int bottom, float[][] in, float[] dx, int length) {
    System.arraycopy(in[in.length - 1], 0, dx, 0, length);
    int divisors = in.length - 1;
    for (int i = bottom == 0 ? 0 : 1; i < divisors; i++) {
      divide(dx, in[i], length);
    }
    if (bottom > 0) {
      divide(dx, in[bottom], length);
      multiplyByMinus(dx, in[0], length);
    }
  }

  private static void multiplyByMinus(float[] dx, float[] x, int length) {
    for (int i = 0; i < length; i++) {
      dx[i] *= -x[i];
    }
  }
}
