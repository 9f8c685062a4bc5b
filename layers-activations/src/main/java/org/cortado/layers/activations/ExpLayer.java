package org.cortado.layers.activations;

import jakarta.inject.Inject;
import org.cortado.api.ElementwiseLayer;
import org.cortado.api.InvalidLayerException;
import org.cortado.api.LayerTraits;
import org.cortado.api.LayerType;
import org.cortado.api.Reads;
import org.cortado.api.backend.Backend;
import org.cortado.api.backend.Elementwise.Function;
import org.cortado.api.option.Default;
import org.cortado.api.option.Help;

/**
 * Raises a base to every element: {@code y = base^(shift + scale · x)}.
 *
 * <ul>
 *   <li>bottom 0, {@code x}: any shape
 *   <li>top 0, {@code y}: the shape of {@code x}
 *   <li>backward: {@code dx = ln(base) · scale · y · dy}
 *   <li>parameters: none
 * </ul>
 *
 * <p>Caffe's Exp, save that a large shift and a large negative {@code x} don't overflow on the way.
 * Works in place: backward reads {@code y} alone. The defaults are the fastest.
 */
@LayerType(name = "Exp", inPlace = true, backwardReads = Reads.TOP_DATA)
@Help("base^(shift + scale x)")
public final class ExpLayer extends EitherLayer {

  private static final float E = -1;

  /** What a net file says of an {@code Exp}. */
  public record Options(
      @Default("-1") @Help("the base, above 0; -1 for e") float base,
      @Default("1") @Help("what x is multiplied by") float scale,
      @Default("0") @Help("what is added to the product") float shift) {

    /** Refuses a base without a logarithm. */
    public Options {
      if (base != E && base <= 0) {
        throw new InvalidLayerException("base must be above 0, or -1 for e, but is " + base);
      }
    }

    private boolean isPlain() {
      return base == E && scale == 1 && shift == 0;
    }

    private double logOfBase() {
      return base == E ? 1 : Math.log(base);
    }
  }

  @Inject
  ExpLayer(Options options, Backend backend) {
    super(
        options.isPlain()
            ? new FunctionLayer(backend, Function.EXP, 0)
            : new Powers(options, backend));
  }

  private static final class Powers extends ElementwiseLayer {

    private final double factor;
    private final double summand;

    Powers(Options options, Backend backend) {
      super(backend, LayerTraits.of(ExpLayer.class));
      factor = options.logOfBase() * options.scale();
      summand = options.logOfBase() * options.shift();
    }

    @Override
    protected void forward(float[] x, float[] y, int length) {
      Exponential.power(summand, factor, x, y, length);
    }

    @Override
    protected void backward(float[] x, float[] y, float[] dy, float[] dx, int length) {
      float slope = (float) factor;
      for (int i = 0; i < length; i++) {
        dx[i] = slope * y[i] * dy[i];
      }
    }
  }
}
