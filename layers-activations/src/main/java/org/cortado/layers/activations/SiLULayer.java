package org.cortado.layers.activations;

import jakarta.inject.Inject;
import org.cortado.api.LayerType;
import org.cortado.api.Reads;
import org.cortado.api.backend.Backend;
import org.cortado.api.backend.Elementwise.Function;
import org.cortado.api.option.Help;

/**
 * Weighs every element with its sigmoid: {@code y = x / (1 + exp(−x))}.
 *
 * <ul>
 *   <li>bottom 0, {@code x}: any shape
 *   <li>top 0, {@code y}: the shape of {@code x}
 *   <li>backward: {@code dx = s (1 + x (1 − s)) dy} with {@code s = 1 / (1 + exp(−x))}
 *   <li>parameters: none
 * </ul>
 *
 * <p>Elfwing, Uchibe and Doya 2018; Swish with a beta of 1. An infinite {@code x} may give NaN.
 * Works in place where no gradient is wanted.
 */
@LayerType(name = "SiLU", inPlaceForward = true, backwardReads = Reads.BOTTOM_DATA)
@Help("x times the sigmoid of x")
public final class SiLULayer extends FunctionLayer {

  @Inject
  SiLULayer(Backend backend) {
    super(backend, Function.SWISH, 1);
  }
}
