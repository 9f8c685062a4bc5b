package org.cortado.layers.activations;

import jakarta.inject.Inject;
import java.util.Set;
import org.cortado.api.LayerTraits;
import org.cortado.api.LayerType;
import org.cortado.api.Reads;
import org.cortado.api.backend.Backend;
import org.cortado.api.backend.Elementwise.Function;
import org.cortado.api.option.Default;
import org.cortado.api.option.Help;

/**
 * Lets what is above 0 through: {@code y = max(x, 0) + negative_slope · min(x, 0)}.
 *
 * <ul>
 *   <li>bottom 0, {@code x}: any shape
 *   <li>top 0, {@code y}: the shape of {@code x}
 *   <li>backward: {@code dx = dy} where {@code x > 0}, else {@code negative_slope · dy}, at 0 too
 *   <li>parameters: none
 * </ul>
 *
 * <p>Caffe's ReLU; Nair and Hinton 2010. Works in place unless the slope is negative and a gradient
 * is wanted: {@code y} then hides the sign of {@code x}. Caffe gives a wrong gradient there.
 */
@LayerType(name = "ReLU", inPlace = true, backwardReads = Reads.TOP_SIGN)
@Help("max(x, 0), or a small slope below 0")
public final class ReLULayer extends FunctionLayer {

  /** What a net file says of a {@code ReLU}. */
  public record Options(
      @Default("0") @Help("the slope below 0; 0.01 or so for a leaky ReLU") float negativeSlope)
      implements LayerTraits.FromOptions {

    @Override
    public LayerTraits refine(LayerTraits declared) {
      return traits(declared, negativeSlope);
    }
  }

  @Inject
  ReLULayer(Options options, Backend backend) {
    super(backend, Function.RELU, options.negativeSlope());
  }

  static LayerTraits traits(LayerTraits declared, float slope) {
    return slope < 0 ? LayerTraits.forwardInPlace(Set.of(Reads.BOTTOM_DATA)) : declared;
  }
}
