package org.cortado.layers.core.arithmetic;

import java.util.Set;
import org.cortado.api.Reads;

/**
 * {@code y = c · Σ x²}.
 *
 * @param coefficient {@code c}
 */
record SquareSummary(float coefficient) implements Summary {

  @Override
  public void terms(float[][] x, float[] terms, int length) {
    squares(x, terms, length);
  }

  /** Computes {@code x²}. */
  static void squares(float[][] x, float[] squares, int length) {
    float[] values = x[0];
    for (int i = 0; i < length; i++) {
      squares[i] = values[i] * values[i];
    }
  }

  @Override
  public double finish(double sum, int count) {
    return coefficient * sum;
  }

  @Override
  public Set<Reads> reads() {
    return Set.of(Reads.BOTTOM_DATA);
  }

  @Override
  public void backward(float[][] in, float[] dx, int length, int count) {
    float[] dy = in[0];
    float[] x = in[1];
    for (int i = 0; i < length; i++) {
      dx[i] = 2 * coefficient * dy[i] * x[i];
    }
  }
}
