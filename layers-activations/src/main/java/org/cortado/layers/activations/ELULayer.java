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
 * Lets what is above 0 through and bends the rest: {@code y = x} above 0, else {@code alpha ·
 * (exp(x) − 1)}.
 *
 * <ul>
 *   <li>bottom 0, {@code x}: any shape
 *   <li>top 0, {@code y}: the shape of {@code x}
 *   <li>backward: {@code dx = dy} where {@code x > 0}, else {@code (y + alpha) · dy}
 *   <li>parameters: none
 * </ul>
 *
 * <p>Caffe's ELU; Clevert, Unterthiner and Hochreiter 2016. Works in place unless alpha is negative
 * and a gradient is wanted: {@code y} then hides the sign of {@code x}. Caffe gives a wrong
 * gradient there.
 */
@LayerType(name = "ELU", inPlace = true, backwardReads = Reads.TOP_DATA)
@Help("x above 0, alpha (exp(x) - 1) below")
public final class ELULayer extends FunctionLayer {

  /** What a net file says of an {@code ELU}. */
  public record Options(@Default("1") @Help("what y approaches far below 0, negated") float alpha)
      implements LayerTraits.FromOptions {

    @Override
    public LayerTraits refine(LayerTraits declared) {
      return alpha < 0 ? LayerTraits.forwardInPlace(Set.of(Reads.BOTTOM_DATA)) : declared;
    }
  }

  @Inject
  ELULayer(Options options, Backend backend) {
    super(backend, Function.ELU, options.alpha());
  }
}
