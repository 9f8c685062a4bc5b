package org.cortado.layers.activations;

import jakarta.inject.Inject;
import org.cortado.api.ElementwiseLayer;
import org.cortado.api.InvalidLayerException;
import org.cortado.api.LayerType;
import org.cortado.api.Reads;
import org.cortado.api.backend.Backend;
import org.cortado.api.option.Default;
import org.cortado.api.option.Help;

/**
 * Keeps every element between two bounds: {@code y = min(max(x, min_val), max_val)}.
 *
 * <ul>
 *   <li>bottom 0, {@code x}: any shape
 *   <li>top 0, {@code y}: the shape of {@code x}
 *   <li>backward: {@code dx = dy} where {@code min_val < x < max_val}, else 0
 *   <li>parameters: none
 * </ul>
 *
 * <p>Torch nn's HardTanh; with bounds of 0 and 6 it is ReLU6. NaN stays NaN. Works in place:
 * backward reads {@code y} alone, as the bounds themselves take no gradient. Clip is the same but
 * for that.
 */
@LayerType(name = "HardTanh", inPlace = true, backwardReads = Reads.TOP_DATA)
@Help("keeps x between min_val and max_val")
public final class HardTanhLayer extends ElementwiseLayer {

  /** What a net file says of a {@code HardTanh}. */
  public record Options(
      @Default("-1") @Help("the least number that comes out") float minVal,
      @Default("1") @Help("the greatest number that comes out") float maxVal) {

    /** Refuses bounds with nothing between them. */
    public Options {
      if (minVal >= maxVal) {
        throw new InvalidLayerException(
            "min_val is " + minVal + ", but must be below max_val, " + maxVal);
      }
    }
  }

  private final Interval interval;

  @Inject
  HardTanhLayer(Options options, Backend backend) {
    super(backend);
    interval = new Interval(options.minVal(), options.maxVal());
  }

  @Override
  protected void forward(float[] x, float[] y, int length) {
    interval.clamp(x, y, length);
  }

  @Override
  protected void backward(float[] x, float[] y, float[] dy, float[] dx, int length) {
    interval.passStrictlyWithin(y, dy, dx, length);
  }
}
