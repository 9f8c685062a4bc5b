package org.cortado.layers.core.arithmetic;

import jakarta.inject.Inject;
import org.cortado.api.LayerType;
import org.cortado.api.Reads;
import org.cortado.api.backend.Backend;
import org.cortado.api.option.Help;

/**
 * Multiplies its bottoms: {@code y = x_0 · x_1 · …}.
 *
 * <ul>
 *   <li>bottoms, {@code x_i}: one or more whose shapes go together, as those of {@link AddLayer}
 *   <li>top 0, {@code y}: the shape that all stretch to
 *   <li>backward: {@code dx_i = dy · Π_{j≠i} x_j}, right at zeros, too, summed over what {@code
 *       x_i} was stretched along
 *   <li>parameters: none
 * </ul>
 *
 * <p>Torch nn's CMulTable; {@link EltwiseLayer} is Caffe's.
 */
@LayerType(
    name = "Multiply",
    bottoms = 1,
    maxBottoms = LayerType.ANY,
    bottomNames = "x",
    topNames = "y",
    backwardReads = Reads.BOTTOM_DATA)
@Help("multiplies its bottoms, element by element, with broadcasting")
public final class MultiplyLayer extends CombiningLayer {

  @Inject
  MultiplyLayer(Backend backend) {
    super(backend, new Product());
  }
}
