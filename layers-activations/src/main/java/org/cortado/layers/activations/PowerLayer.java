package org.cortado.layers.activations;

import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Set;
import org.cortado.api.ElementwiseLayer;
import org.cortado.api.LayerTraits;
import org.cortado.api.LayerType;
import org.cortado.api.Reads;
import org.cortado.api.backend.Backend;
import org.cortado.api.option.Default;
import org.cortado.api.option.Help;

/**
 * Raises a line to a power: {@code y = u^power} with {@code u = shift + scale · x}.
 *
 * <ul>
 *   <li>bottom 0, {@code x}: any shape
 *   <li>top 0, {@code y}: the shape of {@code x}
 *   <li>backward: {@code dx = power · scale · u^(power − 1) · dy}
 *   <li>parameters: none
 * </ul>
 *
 * <p>The power is that of {@link Math#pow}: {@code 0^0} is 1, so a power of 0 gives 1 everywhere; 0
 * to a negative power is infinite; a negative {@code u} to a power that is not whole is no number.
 * At {@code u = 0} a power of 1 or more has its true slope, one between 0 and 1 an infinite one. An
 * element whose {@code dy} is 0 gets no gradient, whatever its finite slope.
 *
 * <p>Caffe's Power, save that Caffe takes the gradient from {@code y / x}, which is no number at 0.
 * Works in place where the gradient doesn't depend on {@code x}: with a power of 0 or 1 or a scale
 * of 0; and with any where no gradient is wanted.
 */
@LayerType(name = "Power", inPlaceForward = true, backwardReads = Reads.BOTTOM_DATA)
@Help("(shift + scale x)^power")
public final class PowerLayer extends ElementwiseLayer {

  /** What a net file says of a {@code Power}. */
  public record Options(
      @Default("1") @Help("the exponent") float power,
      @Default("1") @Help("what x is multiplied by") float scale,
      @Default("0") @Help("what is added to the product") float shift)
      implements LayerTraits.FromOptions {

    /** Returns whether {@code y} is the same for every {@code x}. */
    boolean constant() {
      return power == 0 || scale == 0;
    }

    /** Returns whether {@code y} grows with {@code x} in a line. */
    boolean linear() {
      return constant() || power == 1;
    }

    @Override
    public LayerTraits refine(LayerTraits declared) {
      return linear() ? new LayerTraits(true, Set.of()) : declared;
    }
  }

  private final Options options;
  private final float scale;
  private final float shift;
  private final float power;

  @Inject
  PowerLayer(Options options, Backend backend) {
    super(backend, options.refine(LayerTraits.of(PowerLayer.class)));
    this.options = options;
    scale = options.scale();
    shift = options.shift();
    power = options.power();
  }

  @Override
  protected void forward(float[] x, float[] y, int length) {
    if (options.constant()) {
      Arrays.fill(y, 0, length, (float) Math.pow(shift, power));
    } else {
      line(x, y, length);
      Powers.raise(y, power, length);
    }
  }

  private void line(float[] x, float[] y, int length) {
    for (int i = 0; i < length; i++) {
      y[i] = shift + scale * x[i];
    }
  }

  @Override
  protected void backward(float[] x, float[] y, float[] dy, float[] dx, int length) {
    if (options.linear()) {
      multiply(options.constant() ? 0 : scale, dy, dx, length);
    } else if (power == 2) {
      line(x, dx, length);
      Powers.multiply(dx, 2 * scale, dy, length);
    } else {
      line(x, dx, length);
      Powers.raise(dx, power - 1, length);
      Powers.multiplySafely(dx, power * scale, dy, length);
    }
  }

  private static void multiply(float slope, float[] dy, float[] dx, int length) {
    for (int i = 0; i < length; i++) {
      dx[i] = slope * dy[i];
    }
  }
}
