package org.cortado.onednn;

import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.cortado.api.backend.Convolution;

/** A convolution's sizes as oneDNN wants them. */
final class ConvolutionShape {

  private final Convolution.Spec spec;
  private final int images;

  /** Makes the sizes for some of a convolution's images. */
  ConvolutionShape(Convolution.Spec spec, int images) {
    this.spec = spec;
    this.images = images;
  }

  Convolution.Spec spec() {
    return spec;
  }

  /** Returns the number of images. */
  int images() {
    return images;
  }

  long[] source() {
    return withAxis(Dims.of(spec.input().with(0, images)));
  }

  long[] destination() {
    return withAxis(Dims.of(spec.output().with(0, images)));
  }

  /**
   * Returns the sizes of the weights, with an axis for the groups in front if there are several.
   */
  long[] weights() {
    long[] dims = withAxis(Dims.of(spec.weights()));
    if (spec.groups() == 1) {
      return dims;
    }
    dims[0] /= spec.groups();
    return LongStream.concat(LongStream.of(spec.groups()), LongStream.of(dims)).toArray();
  }

  /** Gives images without a spatial axis one of size 1. */
  private long[] withAxis(long[] dims) {
    return spec.spatialAxes() > 0
        ? dims
        : LongStream.concat(LongStream.of(dims), LongStream.of(1)).toArray();
  }

  private long[] perAxis(List<Integer> numbers, int otherwise) {
    return Dims.of(spec.spatialAxes() > 0 ? numbers : List.of(otherwise));
  }

  long[] bias() {
    return new long[] {spec.outputs()};
  }

  long[] strides() {
    return perAxis(spec.stride(), 1);
  }

  long[] padding() {
    return perAxis(spec.pad(), 0);
  }

  /** Returns the arguments, the last of which is the bias, as they are without a bias. */
  int[] withoutBias(int[] arguments) {
    return spec.bias() ? arguments : Arrays.copyOf(arguments, arguments.length - 1);
  }

  /**
   * Returns how many elements are left out between two of a filter: 0 for oneDNN where 1 for us.
   */
  long[] dilation() {
    return Arrays.stream(perAxis(spec.dilation(), 1)).map(step -> step - 1).toArray();
  }
}
