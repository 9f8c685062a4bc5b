package org.cortado.layers.activations;

import jakarta.inject.Inject;
import org.cortado.api.ElementwiseLayer;
import org.cortado.api.InvalidLayerException;
import org.cortado.api.LayerType;
import org.cortado.api.Reads;
import org.cortado.api.backend.Backend;
import org.cortado.api.option.Help;

/**
 * Keeps every element between two bounds: {@code y = min(max(x, min), max)}.
 *
 * <ul>
 *   <li>bottom 0, {@code x}: any shape
 *   <li>top 0, {@code y}: the shape of {@code x}
 *   <li>backward: {@code dx = dy} where {@code min ≤ x ≤ max}, else 0
 *   <li>parameters: none
 * </ul>
 *
 * <p>Caffe's Clip, save that NaN stays NaN. Works in place where no gradient is wanted; Caffe's way
 * in place gives a wrong one. Where the gradient on the bounds themselves doesn't matter, HardTanh
 * does the same in place.
 */
@LayerType(name = "Clip", inPlaceForward = true, backwardReads = Reads.BOTTOM_DATA)
@Help("keeps x between min and max")
public final class ClipLayer extends ElementwiseLayer {

  /** What a net file says of a {@code Clip}. */
  public record Options(
      @Help("the least number that comes out") float min,
      @Help("the greatest number that comes out") float max) {

    /** Refuses bounds with nothing between them. */
    public Options {
      if (min > max) {
        throw new InvalidLayerException("min is " + min + ", but must be at most max, " + max);
      }
    }
  }

  private final Interval interval;

  @Inject
  ClipLayer(Options options, Backend backend) {
    super(backend);
    interval = new Interval(options.min(), options.max());
  }

  @Override
  protected void forward(float[] x, float[] y, int length) {
    interval.clamp(x, y, length);
  }

  @Override
  protected void backward(float[] x, float[] y, float[] dy, float[] dx, int length) {
    interval.passWithin(x, dy, dx, length);
  }
}
