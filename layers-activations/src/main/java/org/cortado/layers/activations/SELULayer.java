package org.cortado.layers.activations;

import jakarta.inject.Inject;
import org.cortado.api.ElementwiseLayer;
import org.cortado.api.LayerType;
import org.cortado.api.Reads;
import org.cortado.api.backend.Backend;
import org.cortado.api.option.Help;

/**
 * Bends what is below 0 so that layers keep zero mean and unit variance: {@code y = λ x} above 0,
 * else {@code λ α (exp(x) − 1)}, with {@code λ = 1.0507…} and {@code α = 1.6732…}.
 *
 * <ul>
 *   <li>bottom 0, {@code x}: any shape
 *   <li>top 0, {@code y}: the shape of {@code x}
 *   <li>backward: {@code dx = λ dy} where {@code x > 0}, else {@code (y + λ α) dy}
 *   <li>parameters: none
 * </ul>
 *
 * <p>Klambauer, Unterthiner, Mayr and Hochreiter 2017. Works in place: backward reads {@code y}
 * alone.
 */
@LayerType(name = "SELU", inPlace = true, backwardReads = Reads.TOP_DATA)
@Help("x or exp(x) - 1, scaled to keep mean 0 and variance 1")
public final class SELULayer extends ElementwiseLayer {

  private static final float ABOVE = 1.050701f;
  private static final float BELOW = 1.050701f * 1.6732632f;

  @Inject
  SELULayer(Backend backend) {
    super(backend);
  }

  @Override
  protected void forward(float[] x, float[] y, int length) {
    for (int i = 0; i < length; i++) {
      float raised = Math.max(x[i], Exponential.LEAST);
      float below = Math.min(raised, 0);
      y[i] = ABOVE * (raised - below) + BELOW * Exponential.minusOne(below);
    }
  }

  @Override
  protected void backward(float[] x, float[] y, float[] dy, float[] dx, int length) {
    for (int i = 0; i < length; i++) {
      float above = Signs.above0(y[i]);
      dx[i] = dy[i] * (ABOVE * above + (BELOW + Math.min(y[i], 0)) * (1 - above));
    }
  }
}
