package org.cortado.layers.activations;

import jakarta.inject.Inject;
import org.cortado.api.ElementwiseLayer;
import org.cortado.api.LayerType;
import org.cortado.api.Reads;
import org.cortado.api.backend.Backend;
import org.cortado.api.option.Help;

/**
 * Squeezes every element between −1 and 1: {@code y = x / (1 + |x|)}.
 *
 * <ul>
 *   <li>bottom 0, {@code x}: any shape
 *   <li>top 0, {@code y}: the shape of {@code x}
 *   <li>backward: {@code dx = (1 − |y|)² dy}
 *   <li>parameters: none
 * </ul>
 *
 * <p>Torch nn's SoftSign. Infinite elements become −1 and 1. Works in place: backward reads {@code
 * y} alone.
 */
@LayerType(name = "Softsign", inPlace = true, backwardReads = Reads.TOP_DATA)
@Help("x / (1 + |x|)")
public final class SoftsignLayer extends ElementwiseLayer {

  @Inject
  SoftsignLayer(Backend backend) {
    super(backend);
  }

  /** Infinity is taken for the greatest float, as the quotient of infinities is no number. */
  @Override
  protected void forward(float[] x, float[] y, int length) {
    for (int i = 0; i < length; i++) {
      float finite = Math.min(Math.max(x[i], -Float.MAX_VALUE), Float.MAX_VALUE);
      y[i] = finite / (1 + Math.abs(finite));
    }
  }

  @Override
  protected void backward(float[] x, float[] y, float[] dy, float[] dx, int length) {
    for (int i = 0; i < length; i++) {
      float slack = 1 - Math.abs(y[i]);
      dx[i] = slack * slack * dy[i];
    }
  }
}
