package org.cortado.layers.core.arithmetic;

import java.util.List;
import java.util.function.IntToDoubleFunction;

/** {@code y = c_0 · x_0 + c_1 · x_1 + …}. */
final class WeightedSum implements Combination {

  private final IntToDoubleFunction coefficients;

  /** Makes one that has a coefficient for each bottom. */
  WeightedSum(IntToDoubleFunction coefficients) {
    this.coefficients = coefficients;
  }

  private float coefficient(int bottom) {
    return (float) coefficients.applyAsDouble(bottom);
  }

  @Override
  public void forward(float[][] x, float[] y, int length) {
    scale(coefficient(0), x[0], y, length);
    for (int bottom = 1; bottom < x.length; bottom++) {
      add(coefficient(bottom), x[bottom], y, length);
    }
  }

  private static void scale(float factor, float[] x, float[] y, int length) {
    if (factor == 1) {
      System.arraycopy(x, 0, y, 0, length);
    } else {
      for (int i = 0; i < length; i++) {
        y[i] = factor * x[i];
      }
    }
  }

  private static void add(float factor, float[] x, float[] y, int length) {
    for (int i = 0; i < length; i++) {
      y[i] += factor * x[i];
    }
  }

  @Override
  public List<Integer> reads(int bottom, int bottoms) {
    return List.of();
  }

  @Override
  public void backward(int bottom, float[][] in, float[] dx, int length) {
    scale(coefficient(bottom), in[0], dx, length);
  }

  @Override
  public boolean passes(int bottom) {
    return coefficient(bottom) == 1;
  }
}
