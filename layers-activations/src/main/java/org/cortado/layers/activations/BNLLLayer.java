package org.cortado.layers.activations;

import jakarta.inject.Inject;
import org.cortado.api.LayerType;
import org.cortado.api.Reads;
import org.cortado.api.backend.Backend;
import org.cortado.api.backend.Elementwise.Function;
import org.cortado.api.option.Help;

/**
 * Rectifies smoothly: {@code y = log(1 + exp(x))}.
 *
 * <ul>
 *   <li>bottom 0, {@code x}: any shape
 *   <li>top 0, {@code y}: the shape of {@code x}
 *   <li>backward: {@code dx = dy / (1 + exp(−x))}
 *   <li>parameters: none
 * </ul>
 *
 * <p>Caffe's BNLL, the binomial normal log likelihood, which neither overflows nor loses small
 * results. Works in place where no gradient is wanted; Caffe's way in place gives a wrong one.
 */
@LayerType(name = "BNLL", inPlaceForward = true, backwardReads = Reads.BOTTOM_DATA)
@Help("log(1 + exp(x))")
public final class BNLLLayer extends FunctionLayer {

  @Inject
  BNLLLayer(Backend backend) {
    super(backend, Function.SOFT_RELU, 1);
  }
}
