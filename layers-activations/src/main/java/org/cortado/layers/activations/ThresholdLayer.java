package org.cortado.layers.activations;

import jakarta.inject.Inject;
import org.cortado.api.ElementwiseLayer;
import org.cortado.api.LayerType;
import org.cortado.api.backend.Backend;
import org.cortado.api.option.Default;
import org.cortado.api.option.Help;

/**
 * Marks what is above a number: {@code y = 1} where {@code x > threshold}, else 0.
 *
 * <ul>
 *   <li>bottom 0, {@code x}: any shape
 *   <li>top 0, {@code y}: the shape of {@code x}
 *   <li>backward: none: the gradient is 0 wherever there is one
 *   <li>parameters: none
 * </ul>
 *
 * <p>Caffe's Threshold, save that NaN stays NaN.
 */
@LayerType(
    name = "Threshold",
    inPlace = true,
    backwardReads = {},
    differentiable = false)
@Help("1 above the threshold, else 0")
public final class ThresholdLayer extends ElementwiseLayer {

  /** What a net file says of a {@code Threshold}. */
  public record Options(@Default("0") @Help("what x is compared with") float threshold) {}

  private final float threshold;

  @Inject
  ThresholdLayer(Options options, Backend backend) {
    super(backend);
    threshold = options.threshold();
  }

  @Override
  protected void forward(float[] x, float[] y, int length) {
    for (int i = 0; i < length; i++) {
      y[i] = Signs.above0(x[i] - threshold);
    }
  }

  @Override
  protected void backward(float[] x, float[] y, float[] dy, float[] dx, int length) {
    throw new UnsupportedOperationException("a Threshold has no backward pass");
  }
}
