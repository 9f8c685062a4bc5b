package org.cortado.layers.core.arithmetic;

import jakarta.inject.Inject;
import org.cortado.api.LayerType;
import org.cortado.api.Reads;
import org.cortado.api.backend.Backend;
import org.cortado.api.option.Help;

/**
 * Takes the least of its bottoms, element by element, or of its only bottom along axes: {@code y =
 * min(x_0, x_1, …)}.
 *
 * <ul>
 *   <li>bottoms, {@code x_i}: several whose shapes go together, as those of {@link AddLayer}; or
 *       one of any shape
 *   <li>top 0, {@code y}: of several the shape that all stretch to; of one its shape without the
 *       axes, or with size 1 for them where {@code keep_dims} says so; NaN where one of the numbers
 *       is; 0 where there are none along the axes
 *   <li>backward: {@code dx_i = dy} where {@code x_i} is the least, the earliest of equal ones,
 *       else 0; summed over what {@code x_i} was stretched along. Along axes the first NaN counts
 *       as the least
 *   <li>parameters: none
 * </ul>
 *
 * <p>Torch nn's CMinTable and Min; {@link EltwiseLayer} is Caffe's.
 */
@LayerType(
    name = "Min",
    bottoms = 1,
    maxBottoms = LayerType.ANY,
    bottomNames = "x",
    topNames = "y",
    backwardReads = Reads.BOTTOM_DATA)
@Help("takes the least of its bottoms, element by element, or of one along axes")
public final class MinLayer extends ExtremeLayer {

  @Inject
  MinLayer(ExtremeOptions options, Backend backend) {
    super(options, backend, Extreme.LEAST, Peak.LEAST);
  }
}
