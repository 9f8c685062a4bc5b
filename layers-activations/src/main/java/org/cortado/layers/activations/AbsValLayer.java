package org.cortado.layers.activations;

import jakarta.inject.Inject;
import org.cortado.api.ElementwiseLayer;
import org.cortado.api.LayerType;
import org.cortado.api.Reads;
import org.cortado.api.backend.Backend;
import org.cortado.api.option.Help;

/**
 * Makes every element positive: {@code y = |x|}.
 *
 * <ul>
 *   <li>bottom 0, {@code x}: any shape
 *   <li>top 0, {@code y}: the shape of {@code x}
 *   <li>backward: {@code dx = dy} where {@code x > 0}, {@code −dy} where {@code x < 0}, 0 where it
 *       is 0
 *   <li>parameters: none
 * </ul>
 *
 * <p>Caffe's AbsVal. Works in place where no gradient is wanted.
 */
@LayerType(name = "AbsVal", inPlaceForward = true, backwardReads = Reads.BOTTOM_DATA)
@Help("the absolute value")
public final class AbsValLayer extends ElementwiseLayer {

  @Inject
  AbsValLayer(Backend backend) {
    super(backend);
  }

  @Override
  protected void forward(float[] x, float[] y, int length) {
    for (int i = 0; i < length; i++) {
      y[i] = Math.abs(x[i]);
    }
  }

  @Override
  protected void backward(float[] x, float[] y, float[] dy, float[] dx, int length) {
    for (int i = 0; i < length; i++) {
      dx[i] = dy[i] * Signs.sign(x[i]);
    }
  }
}
