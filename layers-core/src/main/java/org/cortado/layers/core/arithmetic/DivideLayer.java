package org.cortado.layers.core.arithmetic;

import jakarta.inject.Inject;
import org.cortado.api.LayerType;
import org.cortado.api.Reads;
import org.cortado.api.backend.Backend;
import org.cortado.api.option.Help;

/**
 * Divides its first bottom by all others: {@code y = x_0 / x_1 / …}.
 *
 * <ul>
 *   <li>bottoms, {@code x_i}: one or more whose shapes go together, as those of {@link AddLayer}
 *   <li>top 0, {@code y}: the shape that all stretch to; infinite or NaN where a divisor is 0
 *   <li>backward: {@code dx_0 = dy / x_1 / …}, the divisors' {@code dx_i = −dy · y / x_i}, summed
 *       over what {@code x_i} was stretched along
 *   <li>parameters: none
 * </ul>
 *
 * <p>Torch nn's CDivTable.
 */
@LayerType(
    name = "Divide",
    bottoms = 1,
    maxBottoms = LayerType.ANY,
    bottomNames = "x",
    topNames = "y",
    backwardReads = Reads.BOTTOM_DATA)
@Help("divides its first bottom by the others, element by element, with broadcasting")
public final class DivideLayer extends CombiningLayer {

  @Inject
  DivideLayer(Backend backend) {
    super(backend, new Quotient());
  }
}
