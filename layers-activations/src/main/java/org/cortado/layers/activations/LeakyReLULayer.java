package org.cortado.layers.activations;

import jakarta.inject.Inject;
import org.cortado.api.LayerTraits;
import org.cortado.api.LayerType;
import org.cortado.api.Reads;
import org.cortado.api.backend.Backend;
import org.cortado.api.backend.Elementwise.Function;
import org.cortado.api.option.Default;
import org.cortado.api.option.Help;

/**
 * Lets what is above 0 through, and a little of the rest: {@code y = max(x, 0) + negative_slope ·
 * min(x, 0)}.
 *
 * <ul>
 *   <li>bottom 0, {@code x}: any shape
 *   <li>top 0, {@code y}: the shape of {@code x}
 *   <li>backward: {@code dx = dy} where {@code x > 0}, else {@code negative_slope · dy}, at 0 too
 *   <li>parameters: none
 * </ul>
 *
 * <p>Torch nn's LeakyReLU; Maas, Hannun and Ng 2013. {@link ReLULayer} with another default slope.
 * Works in place unless the slope is negative and a gradient is wanted.
 */
@LayerType(name = "LeakyReLU", inPlace = true, backwardReads = Reads.TOP_SIGN)
@Help("max(x, 0), and a small slope below 0")
public final class LeakyReLULayer extends FunctionLayer {

  /** What a net file says of a {@code LeakyReLU}. */
  public record Options(@Default("0.01") @Help("the slope below 0") float negativeSlope)
      implements LayerTraits.FromOptions {

    @Override
    public LayerTraits refine(LayerTraits declared) {
      return ReLULayer.traits(declared, negativeSlope);
    }
  }

  @Inject
  LeakyReLULayer(Options options, Backend backend) {
    super(backend, Function.RELU, options.negativeSlope());
  }
}
