package org.cortado.layers.activations;

import jakarta.inject.Inject;
import org.cortado.api.LayerType;
import org.cortado.api.Reads;
import org.cortado.api.backend.Backend;
import org.cortado.api.backend.Elementwise.Function;
import org.cortado.api.option.Help;

/**
 * Squeezes every element between −1 and 1: {@code y = tanh(x)}.
 *
 * <ul>
 *   <li>bottom 0, {@code x}: any shape
 *   <li>top 0, {@code y}: the shape of {@code x}
 *   <li>backward: {@code dx = (1 − y²) dy}
 *   <li>parameters: none
 * </ul>
 *
 * <p>Caffe's TanH. Works in place: backward reads {@code y} alone.
 */
@LayerType(name = "TanH", inPlace = true, backwardReads = Reads.TOP_DATA)
@Help("the hyperbolic tangent")
public final class TanHLayer extends FunctionLayer {

  @Inject
  TanHLayer(Backend backend) {
    super(backend, Function.TANH, 0);
  }
}
