package org.cortado.layers.core.arithmetic;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.cortado.api.LayerType;
import org.cortado.api.Reads;
import org.cortado.api.backend.Backend;
import org.cortado.api.backend.ElementwiseLoop;
import org.cortado.api.backend.Kernels;
import org.cortado.api.blob.Tensor;
import org.cortado.api.option.Help;

/**
 * Takes the greatest of its bottoms: {@code y = max(x_0, x_1, …)}.
 *
 * <ul>
 *   <li>bottoms, {@code x_i}: two or more of one shape
 *   <li>top 0, {@code y}: the same shape; NaN where one of the bottoms is
 *   <li>backward: {@code dx_i = dy} where {@code x_i} is the greatest, the earliest of equal ones,
 *       else 0
 *   <li>parameters: none
 * </ul>
 *
 * <p>Caffe's Eltwise with MAX, Torch nn's CMaxTable.
 */
@LayerType(
    name = "Max",
    bottoms = 2,
    maxBottoms = LayerType.ANY,
    bottomNames = "x",
    topNames = "y",
    backwardReads = Reads.BOTTOM_DATA)
@Help("takes the greatest of its bottoms, element by element")
public final class MaxLayer extends CombiningLayer {

  private final ElementwiseLoop routing;
  private List<Tensor> inputs = List.of();
  private int routed;

  @Inject
  MaxLayer(Backend backend) {
    super(backend, Kernels::max);
    routing = new ElementwiseLoop(backend.parallel(), this::route);
  }

  @Override
  void prepareBackward(List<Tensor> x, Tensor dy) {
    inputs = new ArrayList<>(x);
    inputs.add(dy);
  }

  @Override
  void backward(Tensor dy, int bottom, Tensor dx) {
    routed = bottom;
    routing.run(inputs, dx);
  }

  /** Lets {@code dy}, the last input, pass where the routed bottom beats all others. */
  private void route(float[][] in, float[] dx, int length) {
    int bottoms = in.length - 1;
    System.arraycopy(in[bottoms], 0, dx, 0, length);
    for (int other = 0; other < bottoms; other++) {
      if (other < routed) {
        clearUnlessGreater(in[routed], in[other], dx, length);
      } else if (other > routed) {
        clearUnlessAtLeast(in[routed], in[other], dx, length);
      }
    }
  }

  private static void clearUnlessGreater(float[] x, float[] other, float[] dx, int length) {
    for (int i = 0; i < length; i++) {
      dx[i] = x[i] > other[i] ? dx[i] : 0;
    }
  }

  private static void clearUnlessAtLeast(float[] x, float[] other, float[] dx, int length) {
    for (int i = 0; i < length; i++) {
      dx[i] = x[i] >= other[i] ? dx[i] : 0;
    }
  }
}
