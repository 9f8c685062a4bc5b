package org.cortado.layers.core.vision;

import java.util.List;
import java.util.Optional;
import org.cortado.api.InvalidLayerException;
import org.cortado.api.option.Default;
import org.cortado.api.option.Help;
import org.cortado.api.option.Range;

/** What a net file says of an {@code Upsample}. */
public record UpsampleOptions(
    @Default("nearest") @Help("nearest for the nearest pixel, bilinear for those around, weighted")
        Mode mode,
    @Range(above = 0) @Help("how many times the size; one number, or one a spatial axis")
        List<Float> scaleFactor,
    @Range(min = 1, max = 1 << 24)
        @Help("the size of the top, in place of scale_factor; one, or one an axis")
        List<Integer> outputSize,
    @Default("false") @Help("whether bilinear lays the middles of the corner pixels on each other")
        boolean alignCorners) {

  /** What a pixel is made of. */
  public enum Mode {
    /** The pixel that it lies on. */
    NEAREST,
    /** Those around it along each axis, weighted by how near they are. */
    BILINEAR
  }

  /** Refuses what no input shape could make right. */
  public UpsampleOptions {
    scaleFactor = List.copyOf(scaleFactor);
    outputSize = List.copyOf(outputSize);
    if (scaleFactor.isEmpty() == outputSize.isEmpty()) {
      throw new InvalidLayerException("give either scale_factor or output_size");
    }
    if (alignCorners && mode == Mode.NEAREST) {
      throw new InvalidLayerException("align_corners goes with mode bilinear alone");
    }
  }

  /** Returns how pixels lie along one of so many axes, the size of which is given. */
  Resampling.Axis axis(int index, int axes, int in) {
    int out = out(index, axes, in);
    return axis(in, out, scaleFactor.isEmpty() ? (float) in / out : (float) (1.0 / scale(index)));
  }

  /** Returns how many pixels the top has along one of so many axes. */
  int out(int index, int axes, int in) {
    requireNumber("scale_factor", scaleFactor.size(), axes);
    return scaleFactor.isEmpty()
        ? SpatialOption.of("output_size", outputSize, Optional.empty(), Optional.empty())
            .resolve(axes, 1)
            .get(index)
        : scaled(in, scale(index));
  }

  private float scale(int index) {
    return scaleFactor.get(scaleFactor.size() == 1 ? 0 : index);
  }

  private static int scaled(int in, float scale) {
    double out = Math.floor((double) in * scale);
    if (out < 1 || out > Integer.MAX_VALUE) {
      throw new InvalidLayerException(
          "scale_factor %s makes %.0f pixels of %d".formatted(scale, out, in));
    }
    return (int) out;
  }

  private static void requireNumber(String name, int given, int axes) {
    if (given > 1 && given != axes) {
      throw new InvalidLayerException(
          "%s must have one number, or one for each of the %d spatial axes, but has %d"
              .formatted(name, axes, given));
    }
  }

  /**
   * Returns how pixels lie.
   *
   * @param step the distance between two of the top in pixels of the bottom
   */
  private Resampling.Axis axis(int in, int out, float step) {
    return switch (mode) {
      case NEAREST -> Resampling.Axis.nearest(in, out, step);
      case BILINEAR ->
          alignCorners
              ? Resampling.Axis.linear(in, out, out > 1 ? (in - 1f) / (out - 1) : 0, 0)
              : Resampling.Axis.linear(in, out, step, 0.5f);
    };
  }
}
