package org.cortado.layers.core.vision;

import java.util.List;
import java.util.Optional;
import org.cortado.api.InvalidLayerException;
import org.cortado.api.LayerTraits;
import org.cortado.api.backend.Pooling;
import org.cortado.api.blob.Shape;
import org.cortado.api.option.Default;
import org.cortado.api.option.Help;
import org.cortado.api.option.Range;

/** What a net file says of a {@code Pooling}. */
public record PoolingOptions(
    @Default("max")
        @Help("max for the greatest number of a window, ave for the mean, stochastic for any")
        PoolingMethod pool,
    @Range(min = 0) @Help("cells around the image, less than the kernel; one, or one an axis")
        List<Integer> pad,
    @Range(min = 1) @Help("the size of a window; one number, or one a spatial axis")
        List<Integer> kernelSize,
    @Range(min = 1) @Help("the step between windows, 1 if not given; one, or one a spatial axis")
        List<Integer> stride,
    @Range(min = 0) @Help("cells above and below, in place of pad") Optional<Integer> padH,
    @Range(min = 0) @Help("cells left and right, in place of pad") Optional<Integer> padW,
    @Range(min = 1) @Help("the height of a window, in place of kernel_size")
        Optional<Integer> kernelH,
    @Range(min = 1) @Help("the width of a window, in place of kernel_size")
        Optional<Integer> kernelW,
    @Range(min = 1) @Help("the step downwards, in place of stride") Optional<Integer> strideH,
    @Range(min = 1) @Help("the step to the right, in place of stride") Optional<Integer> strideW,
    @Default("false") @Help("whether one window covers the image, whatever its size")
        boolean globalPooling,
    @Default("ceil") @Help("whether a last window that doesn't fit is clipped or left out")
        Pooling.Rounding roundMode,
    @Default("true") @Help("whether ave divides by cells of the padding, too")
        boolean countIncludePad)
    implements WindowOptions, LayerTraits.FromOptions {

  /** Refuses what no input shape could make right. */
  public PoolingOptions {
    pad = List.copyOf(pad);
    kernelSize = List.copyOf(kernelSize);
    stride = List.copyOf(stride);
    SpatialOption kernel = SpatialOption.kernel(kernelSize, kernelH, kernelW);
    SpatialOption padding = SpatialOption.of("pad", pad, padH, padW);
    SpatialOption steps = SpatialOption.of("stride", stride, strideH, strideW);
    if (globalPooling) {
      requireGlobal(kernel, padding, steps);
    } else {
      kernel.require();
    }
    if (pool == PoolingMethod.STOCHASTIC && !padding.isAll(0)) {
      throw new InvalidLayerException("stochastic pooling goes with pad 0 alone");
    }
  }

  private static void requireGlobal(
      SpatialOption kernel, SpatialOption padding, SpatialOption steps) {
    if (kernel.isGiven()) {
      throw new InvalidLayerException(
          "global_pooling takes its window from the image; leave the kernel out");
    }
    if (!padding.isAll(0) || !steps.isAll(1)) {
      throw new InvalidLayerException("global_pooling goes with pad 0 and stride 1 alone");
    }
  }

  @Override
  public LayerTraits refine(LayerTraits declared) {
    return pool.refine(declared);
  }

  /** Returns the pooling of a bottom. */
  Pooling.Spec spec(Shape bottom) {
    int axes = bottom.axes() - 2;
    return new Pooling.Spec(
        bottom,
        pool.inBackend(countIncludePad),
        globalPooling ? bottom.dims().subList(2, bottom.axes()) : kernel().resolve(axes, 1),
        steps().resolve(axes, 1),
        padding().resolve(axes, 0),
        roundMode);
  }
}
