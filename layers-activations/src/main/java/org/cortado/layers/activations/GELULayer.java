package org.cortado.layers.activations;

import jakarta.inject.Inject;
import org.cortado.api.LayerType;
import org.cortado.api.Reads;
import org.cortado.api.backend.Backend;
import org.cortado.api.backend.Elementwise.Function;
import org.cortado.api.option.Default;
import org.cortado.api.option.Help;

/**
 * Weighs every element with the probability that a normally distributed number is below it: {@code
 * y = x · Φ(x)}.
 *
 * <ul>
 *   <li>bottom 0, {@code x}: any shape
 *   <li>top 0, {@code y}: the shape of {@code x}
 *   <li>backward: {@code dx = (Φ(x) + x φ(x)) dy}
 *   <li>parameters: none
 * </ul>
 *
 * <p>Hendrycks and Gimpel 2016. With {@code approximate: tanh} {@code Φ} is taken to be {@code (1 +
 * tanh(√(2/π) (x + 0.044715 x³))) / 2}, as the first transformers have it. An infinite {@code x}
 * may give NaN. Works in place where no gradient is wanted.
 */
@LayerType(name = "GELU", inPlaceForward = true, backwardReads = Reads.BOTTOM_DATA)
@Help("x times the normal distribution function of x")
public final class GELULayer extends FunctionLayer {

  /** How the distribution function is computed. */
  public enum Approximation {
    /** As it is. */
    NONE,
    /** By a hyperbolic tangent. */
    TANH
  }

  /** What a net file says of a {@code GELU}. */
  public record Options(
      @Default("none") @Help("what the distribution function is approximated by")
          Approximation approximate) {}

  @Inject
  GELULayer(Options options, Backend backend) {
    super(backend, function(options.approximate()), 0);
  }

  private static Function function(Approximation approximation) {
    return approximation == Approximation.TANH ? Function.GELU_TANH : Function.GELU_ERF;
  }
}
