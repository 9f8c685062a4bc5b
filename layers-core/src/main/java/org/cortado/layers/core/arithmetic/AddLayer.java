package org.cortado.layers.core.arithmetic;

import jakarta.inject.Inject;
import org.cortado.api.LayerType;
import org.cortado.api.backend.Backend;
import org.cortado.api.backend.Kernels;
import org.cortado.api.blob.Tensor;
import org.cortado.api.option.Help;

/**
 * Adds its bottoms: {@code y = x_0 + x_1 + …}.
 *
 * <ul>
 *   <li>bottoms, {@code x_i}: two or more of one shape
 *   <li>top 0, {@code y}: the same shape
 *   <li>backward: {@code dx_i = dy}
 *   <li>parameters: none
 * </ul>
 *
 * <p>Caffe's Eltwise with SUM, Torch nn's CAddTable. Works in place on bottom 0: backward reads no
 * data.
 */
@LayerType(
    name = "Add",
    bottoms = 2,
    maxBottoms = LayerType.ANY,
    bottomNames = "x",
    topNames = "y",
    inPlace = true,
    backwardReads = {})
@Help("adds its bottoms, element by element")
public final class AddLayer extends CombiningLayer {

  @Inject
  AddLayer(Backend backend) {
    super(backend, Kernels::sum);
  }

  @Override
  void backward(Tensor dy, int bottom, Tensor dx) {
    if (!dx.sharesMemoryWith(dy)) {
      dx.copyFrom(dy);
    }
  }
}
