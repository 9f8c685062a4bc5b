package org.cortado.layers.core.arithmetic;

import java.util.Set;
import org.cortado.api.Reads;

/**
 * {@code y = c · Σ |x|}.
 *
 * @param coefficient {@code c}
 */
record SizeSummary(float coefficient) implements Summary {

  @Override
  public void terms(float[][] x, float[] terms, int length) {
    float[] values = x[0];
    for (int i = 0; i < length; i++) {
      terms[i] = Math.abs(values[i]);
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
      dx[i] = coefficient * dy[i] * Math.signum(x[i]);
    }
  }
}
