package org.cortado.layers.core.arithmetic;

import jakarta.inject.Inject;
import org.cortado.api.LayerType;
import org.cortado.api.backend.Backend;
import org.cortado.api.option.Help;

/**
 * Subtracts all others from its first bottom: {@code y = x_0 − x_1 − …}.
 *
 * <ul>
 *   <li>bottoms, {@code x_i}: one or more whose shapes go together, as those of {@link AddLayer}
 *   <li>top 0, {@code y}: the shape that all stretch to
 *   <li>backward: {@code dx_0 = dy}, the others' {@code −dy}, summed over what {@code x_i} was
 *       stretched along
 *   <li>parameters: none
 * </ul>
 *
 * <p>Torch nn's CSubTable. Works in place on bottom 0 if that has the shape of the top: backward
 * reads no data.
 */
@LayerType(
    name = "Subtract",
    bottoms = 1,
    maxBottoms = LayerType.ANY,
    bottomNames = "x",
    topNames = "y",
    inPlace = true,
    backwardReads = {})
@Help("subtracts the others from its first bottom, element by element, with broadcasting")
public final class SubtractLayer extends CombiningLayer {

  @Inject
  SubtractLayer(Backend backend) {
    super(backend, new WeightedSum(bottom -> bottom == 0 ? 1 : -1));
  }
}
