package org.cortado.layers.activations;

import jakarta.inject.Inject;
import org.cortado.api.LayerType;
import org.cortado.api.Reads;
import org.cortado.api.backend.Backend;
import org.cortado.api.backend.Elementwise.Function;
import org.cortado.api.option.Help;

/**
 * Squeezes every element between 0 and 1: {@code y = 1 / (1 + exp(−x))}.
 *
 * <ul>
 *   <li>bottom 0, {@code x}: any shape
 *   <li>top 0, {@code y}: the shape of {@code x}
 *   <li>backward: {@code dx = y (1 − y) dy}
 *   <li>parameters: none
 * </ul>
 *
 * <p>Caffe's Sigmoid. Works in place: backward reads {@code y} alone.
 */
@LayerType(name = "Sigmoid", inPlace = true, backwardReads = Reads.TOP_DATA)
@Help("1 / (1 + exp(-x))")
public final class SigmoidLayer extends FunctionLayer {

  @Inject
  SigmoidLayer(Backend backend) {
    super(backend, Function.SIGMOID, 0);
  }
}
