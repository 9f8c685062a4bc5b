package org.cortado.layers.core.vision;

import java.util.List;
import java.util.Optional;
import org.cortado.api.option.Default;
import org.cortado.api.option.Help;
import org.cortado.api.option.Range;

/** What a net file says of an {@code Im2col}. */
public record Im2colOptions(
    @Range(min = 0) @Help("zeros on each side of the image; one number, or one a spatial axis")
        List<Integer> pad,
    @Range(min = 1) @Help("the size of a window; one number, or one a spatial axis")
        List<Integer> kernelSize,
    @Range(min = 1) @Help("the step between windows, 1 if not given; one, or one a spatial axis")
        List<Integer> stride,
    @Range(min = 1)
        @Help("the step between a window's elements, 1 if not given; one, or one a spatial axis")
        List<Integer> dilation,
    @Range(min = 0) @Help("zeros above and below, in place of pad") Optional<Integer> padH,
    @Range(min = 0) @Help("zeros left and right, in place of pad") Optional<Integer> padW,
    @Range(min = 1) @Help("the height of a window, in place of kernel_size")
        Optional<Integer> kernelH,
    @Range(min = 1) @Help("the width of a window, in place of kernel_size")
        Optional<Integer> kernelW,
    @Range(min = 1) @Help("the step downwards, in place of stride") Optional<Integer> strideH,
    @Range(min = 1) @Help("the step to the right, in place of stride") Optional<Integer> strideW,
    @Default("1") @Help("the axis of the channels; those after it are spatial") int axis)
    implements FilterOptions {

  /** Refuses what no input shape could make right. */
  public Im2colOptions {
    pad = List.copyOf(pad);
    kernelSize = List.copyOf(kernelSize);
    stride = List.copyOf(stride);
    dilation = List.copyOf(dilation);
    SpatialOption.kernel(kernelSize, kernelH, kernelW).require();
    SpatialOption.filterPad(pad, padH, padW);
    SpatialOption.of("stride", stride, strideH, strideW);
  }
}
