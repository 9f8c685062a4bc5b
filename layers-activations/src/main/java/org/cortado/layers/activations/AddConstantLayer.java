package org.cortado.layers.activations;

import jakarta.inject.Inject;
import org.cortado.api.ElementwiseLayer;
import org.cortado.api.LayerType;
import org.cortado.api.backend.Backend;
import org.cortado.api.option.Help;

/**
 * Adds one constant to every element: {@code y = x + constant}.
 *
 * <ul>
 *   <li>bottom 0, {@code x}: any shape
 *   <li>top 0, {@code y}: the shape of {@code x}
 *   <li>backward: {@code dx = dy}
 *   <li>parameters: none
 * </ul>
 *
 * <p>Torch nn's AddConstant. Works in place: backward reads neither {@code x} nor {@code y}.
 */
@LayerType(
    name = "AddConstant",
    inPlace = true,
    backwardReads = {})
@Help("x plus constant")
public final class AddConstantLayer extends ElementwiseLayer {

  /** What a net file says of an {@code AddConstant}. */
  public record Options(@Help("what x is added to") float constant) {}

  private final float constant;

  @Inject
  AddConstantLayer(Options options, Backend backend) {
    super(backend);
    constant = options.constant();
  }

  @Override
  protected void forward(float[] x, float[] y, int length) {
    for (int i = 0; i < length; i++) {
      y[i] = x[i] + constant;
    }
  }

  @Override
  protected void backward(float[] x, float[] y, float[] dy, float[] dx, int length) {
    System.arraycopy(dy, 0, dx, 0, length);
  }
}
