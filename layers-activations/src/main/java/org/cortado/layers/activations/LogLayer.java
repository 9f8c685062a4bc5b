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
 * Takes a logarithm of every element: {@code y = log_base(u)} with {@code u = shift + scale · x}.
 *
 * <ul>
 *   <li>bottom 0, {@code x}: any shape
 *   <li>top 0, {@code y}: the shape of {@code x}
 *   <li>backward: {@code dx = scale / (ln(base) · u) · dy}
 *   <li>parameters: none
 * </ul>
 *
 * <p>At {@code u = 0} it is −∞, and below no number. Caffe's Log, save that a base of 1, which has
 * no logarithms, is refused. Works in place where no gradient is wanted; Caffe's way in place gives
 * a wrong one. The defaults are the fastest.
 */
@LayerType(name = "Log", inPlaceForward = true, backwardReads = Reads.BOTTOM_DATA)
@Help("log_base(shift + scale x)")
public final class LogLayer extends EitherLayer {

  private static final float E = -1;

  /** What a net file says of a {@code Log}. */
  public record Options(
      @Default("-1") @Help("the base, above 0 and not 1; -1 for e") float base,
      @Default("1") @Help("what x is multiplied by") float scale,
      @Default("0") @Help("what is added to the product") float shift) {

    /** Refuses a base without logarithms. */
    public Options {
      if (base != E && (base <= 0 || base == 1)) {
        throw new InvalidLayerException(
            "base must be above 0 and not 1, or -1 for e, but is " + base);
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
  LogLayer(Options options, Backend backend) {
    super(
        options.isPlain()
            ? new FunctionLayer(backend, Function.LOG, 0)
            : new Logarithms(options, backend));
  }

  private static final class Logarithms extends ElementwiseLayer {

    private final float scale;
    private final float shift;
    private final double logOfBase;

    Logarithms(Options options, Backend backend) {
      super(backend, LayerTraits.of(LogLayer.class));
      scale = options.scale();
      shift = options.shift();
      logOfBase = options.logOfBase();
    }

    @Override
    protected void forward(float[] x, float[] y, int length) {
      for (int i = 0; i < length; i++) {
        y[i] = (float) (Math.log(shift + (double) scale * x[i]) / logOfBase);
      }
    }

    @Override
    protected void backward(float[] x, float[] y, float[] dy, float[] dx, int length) {
      float factor = (float) (scale / logOfBase);
      for (int i = 0; i < length; i++) {
        dx[i] = factor / (shift + scale * x[i]) * dy[i];
      }
    }
  }
}
