package org.cortado.layers.activations;

import jakarta.inject.Inject;
import org.cortado.api.ElementwiseLayer;
import org.cortado.api.LayerTraits;
import org.cortado.api.LayerType;
import org.cortado.api.Reads;
import org.cortado.api.backend.Backend;
import org.cortado.api.backend.Elementwise.Function;
import org.cortado.api.option.Default;
import org.cortado.api.option.Help;
import org.cortado.api.option.Range;

/**
 * Rectifies smoothly: {@code y = log(1 + exp(beta · x)) / beta}, and {@code y = x} where {@code
 * beta · x} is above the threshold.
 *
 * <ul>
 *   <li>bottom 0, {@code x}: any shape
 *   <li>top 0, {@code y}: the shape of {@code x}
 *   <li>backward: {@code dx = dy / (1 + exp(−beta · x))}, and {@code dy} above the threshold
 *   <li>parameters: none
 * </ul>
 *
 * <p>Torch nn's SoftPlus. A threshold of 20 or more is none: there both are the same float. With a
 * lower one {@code y} jumps at it. Works in place where no gradient is wanted.
 */
@LayerType(name = "Softplus", inPlaceForward = true, backwardReads = Reads.BOTTOM_DATA)
@Help("log(1 + exp(beta x)) / beta")
public final class SoftplusLayer extends EitherLayer {

  private static final float STRAIGHT = 20;

  /** What a net file says of a {@code Softplus}. */
  public record Options(
      @Default("1") @Range(above = 0) @Help("how sharply it bends at 0") float beta,
      @Default("20") @Help("the beta x above which y is x") float threshold) {}

  @Inject
  SoftplusLayer(Options options, Backend backend) {
    super(
        options.threshold() >= STRAIGHT
            ? new FunctionLayer(backend, Function.SOFT_RELU, options.beta())
            : new Broken(options, backend));
  }

  /** The function that a low threshold breaks in two. */
  private static final class Broken extends ElementwiseLayer {

    private final double beta;
    private final float threshold;

    Broken(Options options, Backend backend) {
      super(backend, LayerTraits.of(SoftplusLayer.class));
      beta = options.beta();
      threshold = options.threshold();
    }

    @Override
    protected void forward(float[] x, float[] y, int length) {
      for (int i = 0; i < length; i++) {
        double u = beta * x[i];
        y[i] = u > threshold ? x[i] : (float) (softplus(u) / beta);
      }
    }

    private static double softplus(double u) {
      return Math.max(u, 0) + Math.log1p(Math.exp(-Math.abs(u)));
    }

    @Override
    protected void backward(float[] x, float[] y, float[] dy, float[] dx, int length) {
      for (int i = 0; i < length; i++) {
        double u = beta * x[i];
        dx[i] = u > threshold ? dy[i] : (float) (dy[i] / (1 + Math.exp(-u)));
      }
    }
  }
}
