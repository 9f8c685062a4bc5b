package org.cortado.layers.core.arithmetic;

import java.util.Set;
import org.cortado.api.Reads;

/**
 * {@code y = c · Σ x}, or the mean instead of the sum.
 *
 * @param coefficient {@code c}
 * @param mean whether to divide by the number of summands
 */
record LinearSummary(float coefficient, boolean mean) implements Summary {

  @Override
  public void terms(float[][] x, float[] terms, int length) {
    System.arraycopy(x[0], 0, terms, 0, length);
  }

  @Override
  public double finish(double sum, int count) {
    return sum * factor(count);
  }

  private double factor(int count) {
    return mean ? (double) coefficient / count : coefficient;
  }

  @Override
  public Set<Reads> reads() {
    return Set.of();
  }

  @Override
  public void backward(float[][] in, float[] dx, int length, int count) {
    float factor = (float) factor(count);
    float[] dy = in[0];
    for (int i = 0; i < length; i++) {
      dx[i] = factor * dy[i];
    }
  }
}
