package org.cortado.layers.core.vision;

import java.util.List;
import java.util.Optional;
import org.cortado.api.InvalidLayerException;
import org.cortado.api.blob.Shape;
import org.cortado.api.filler.Filler;
import org.cortado.api.option.Default;
import org.cortado.api.option.Help;
import org.cortado.api.option.Range;

/** What a net file says of a {@code Convolution} or a {@code Deconvolution}. */
public record ConvolutionOptions(
    @Range(min = 1) @Help("the number of output channels") int numOutput,
    @Default("true") @Help("whether a learned number is added to each output channel")
        boolean biasTerm,
    @Range(min = 0) @Help("zeros on each side of the image; one number, or one a spatial axis")
        List<Integer> pad,
    @Range(min = 1) @Help("the size of a filter; one number, or one a spatial axis")
        List<Integer> kernelSize,
    @Range(min = 1) @Help("the step between windows, 1 if not given; one, or one a spatial axis")
        List<Integer> stride,
    @Range(min = 1)
        @Help("the step between a filter's elements, 1 if not given; one, or one a spatial axis")
        List<Integer> dilation,
    @Range(min = 0) @Help("zeros above and below, in place of pad") Optional<Integer> padH,
    @Range(min = 0) @Help("zeros left and right, in place of pad") Optional<Integer> padW,
    @Range(min = 1) @Help("the height of a filter, in place of kernel_size")
        Optional<Integer> kernelH,
    @Range(min = 1) @Help("the width of a filter, in place of kernel_size")
        Optional<Integer> kernelW,
    @Range(min = 1) @Help("the step downwards, in place of stride") Optional<Integer> strideH,
    @Range(min = 1) @Help("the step to the right, in place of stride") Optional<Integer> strideW,
    @Default("1")
        @Range(min = 1)
        @Help("into how many groups, each with filters of its own, the channels fall")
        int group,
    @Default("{type: constant}") @Help("the first values of the filters") Filler weightFiller,
    @Default("{type: constant}") @Help("the first values of the bias") Filler biasFiller,
    @Default("1") @Help("the axis of the channels; those after it are spatial") int axis)
    implements FilterOptions {

  /** Refuses what no input shape could make right. */
  public ConvolutionOptions {
    pad = List.copyOf(pad);
    kernelSize = List.copyOf(kernelSize);
    stride = List.copyOf(stride);
    dilation = List.copyOf(dilation);
    if (numOutput % group != 0) {
      throw new InvalidLayerException(
          "num_output must be a multiple of group, %d, but is %d".formatted(group, numOutput));
    }
    SpatialOption.kernel(kernelSize, kernelH, kernelW).require();
    SpatialOption.filterPad(pad, padH, padW);
    SpatialOption.of("stride", stride, strideH, strideW);
  }

  /** Refuses channels that don't fall into groups, and none at all. */
  void requireWholeGroups(int channels) {
    if (channels == 0) {
      throw new InvalidLayerException("the bottom must have a channel at least, but has none");
    }
    if (channels % group != 0) {
      throw new InvalidLayerException(
          "the %d channels of the bottom can't fall into %d groups".formatted(channels, group));
    }
  }

  /** Refuses a bottom that wants other filters than those there are. */
  static void requireFilters(Shape wanted, Shape made) {
    if (!wanted.equals(made)) {
      throw new InvalidLayerException(
          "the bottom now wants filters %s, but they were made as %s".formatted(wanted, made));
    }
  }
}
