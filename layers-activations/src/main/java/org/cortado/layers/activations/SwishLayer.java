package org.cortado.layers.activations;

import jakarta.inject.Inject;
import org.cortado.api.LayerType;
import org.cortado.api.Reads;
import org.cortado.api.backend.Backend;
import org.cortado.api.backend.Elementwise.Function;
import org.cortado.api.option.Default;
import org.cortado.api.option.Help;

/**
 * Weighs every element with a sigmoid of it: {@code y = x / (1 + exp(−beta · x))}.
 *
 * <ul>
 *   <li>bottom 0, {@code x}: any shape
 *   <li>top 0, {@code y}: the shape of {@code x}
 *   <li>backward: {@code dx = (beta · y + s (1 − beta · y)) dy} with {@code s = 1 / (1 + exp(−beta
 *       · x))}
 *   <li>parameters: none
 * </ul>
 *
 * <p>Caffe's Swish; Ramachandran, Zoph and Le 2017. Caffe's keeps the sigmoid of every element for
 * backward; this one keeps {@code x}, and so works in place only where no gradient is wanted. An
 * infinite {@code x} may give NaN.
 */
@LayerType(name = "Swish", inPlaceForward = true, backwardReads = Reads.BOTTOM_DATA)
@Help("x times the sigmoid of beta x")
public final class SwishLayer extends FunctionLayer {

  /** What a net file says of a {@code Swish}. */
  public record Options(@Default("1") @Help("how steep the sigmoid is") float beta) {}

  @Inject
  SwishLayer(Options options, Backend backend) {
    super(backend, Function.SWISH, options.beta());
  }
}
