package org.cortado.layers.core.arithmetic;

import jakarta.inject.Inject;
import org.cortado.api.LayerType;
import org.cortado.api.backend.Backend;
import org.cortado.api.option.Help;

/**
 * Adds its bottoms: {@code y = x_0 + x_1 + …}.
 *
 * <ul>
 *   <li>bottoms, {@code x_i}: one or more whose shapes go together: counted from the end, the sizes
 *       of each axis are equal, or 1, or missing, which stretches
 *   <li>top 0, {@code y}: the shape that all stretch to
 *   <li>backward: {@code dx_i = dy}, summed over what {@code x_i} was stretched along
 *   <li>parameters: none
 * </ul>
 *
 * <p>Torch nn's CAddTable; {@link EltwiseLayer} is Caffe's. Works in place on bottom 0 if that has
 * the shape of the top: backward reads no data.
 */
@LayerType(
    name = "Add",
    bottoms = 1,
    maxBottoms = LayerType.ANY,
    bottomNames = "x",
    topNames = "y",
    inPlace = true,
    backwardReads = {})
@Help("adds its bottoms, element by element, with broadcasting")
public final class AddLayer extends CombiningLayer {

  @Inject
  AddLayer(Backend backend) {
    super(backend, new WeightedSum(bottom -> 1));
  }
}
