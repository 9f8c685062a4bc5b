package org.cortado.layers.core.arithmetic;

import java.util.Set;
import org.cortado.api.Reads;

/**
 * {@code y = (Σ |x|^p)^(1/p)}.
 *
 * @param p the power
 */
record NormSummary(float p) implements Summary {

  @Override
  public void terms(float[][] x, float[] terms, int length) {
    if (p == 2) {
      SquareSummary.squares(x, terms, length);
    } else {
      for (int i = 0; i < length; i++) {
        terms[i] = (float) Math.pow(Math.abs(x[0][i]), p);
      }
    }
  }

  @Override
  public double finish(double sum, int count) {
    return p == 2 ? Math.sqrt(sum) : Math.pow(sum, 1.0 / p);
  }

  @Override
  public Set<Reads> reads() {
    return Set.of(Reads.BOTTOM_DATA, Reads.TOP_DATA);
  }

  @Override
  public void backward(float[][] in, float[] dx, int length, int count) {
    float[] dy = in[0];
    float[] x = in[1];
    float[] y = in[2];
    for (int i = 0; i < length; i++) {
      dx[i] = x[i] == 0 ? 0 : dy[i] * slope(x[i] / y[i]);
    }
  }

  /** Of the share of the norm that an element has, sign and all. */
  private float slope(float share) {
    return p == 2 ? share : Math.signum(share) * (float) Math.pow(Math.abs(share), p - 1.0);
  }
}
