package org.cortado.onednn;

import org.cortado.api.backend.Convolution;

/**
 * Which layouts of images make which convolution fast, as measured on processors of two makers.
 *
 * <p>By the shapes alone, never by the clock: the same net must give the same bits. Weights are
 * always laid out as oneDNN likes. With both sides plain it brings them into its own layout by
 * itself; with one side plain it multiplies matrices of unrolled windows; with none plain there are
 * reorders around the kernel.
 */
final class ConvolutionRules {

  /** Fewer channels than a vector has lanes leave the blocked kernels mostly idle. */
  private static final int FEW_CHANNELS = 16;

  /** What is reordered and convolved at a time should stay in the cache of one core. */
  private static final int CACHED_FLOATS = 1 << 17;

  private ConvolutionRules() {}

  /**
   * Returns how many of a part's images to take at a time: as many as fit the cache where the
   * reorders around the kernel take longer than it, else all.
   */
  static int imagesOfARun(Convolution.Spec spec, int images) {
    boolean hasOwnKernel = isDepthwise(spec) && spec.outputs() == spec.groups();
    return hasOwnKernel ? cachedImages(spec, images) : images;
  }

  /** Returns how many to take at a time for the gradient of the weights. */
  static int imagesOfAWeightsRun(Convolution.Spec spec, int images) {
    return isSmall(spec) ? imagesOfARun(spec, images) : images;
  }

  private static int cachedImages(Convolution.Spec spec, int images) {
    int floats = spec.input().count(1) + spec.output().count(1);
    int run = Math.max(1, Math.min(images, CACHED_FLOATS / Math.max(1, floats)));
    while (images % run != 0) {
      run--;
    }
    return images == 0 ? 0 : run;
  }

  static ConvolutionDescriptions forward(OneDnnEngine engine, ConvolutionShape shape) {
    if (isDepthwise(shape.spec())) {
      return blocked(engine, shape);
    }
    boolean unroll = isPointwise(shape.spec()) || channels(shape) == 1;
    return unroll ? unrolled(engine, shape) : plain(engine, shape);
  }

  static ConvolutionDescriptions backwardData(OneDnnEngine engine, ConvolutionShape shape) {
    if (isDepthwise(shape.spec())) {
      return blocked(engine, shape);
    }
    boolean unroll = isPointwise(shape.spec()) || channels(shape) < 2 * FEW_CHANNELS;
    return unroll ? unrolled(engine, shape) : plain(engine, shape);
  }

  static ConvolutionDescriptions backwardWeights(OneDnnEngine engine, ConvolutionShape shape) {
    if (isDepthwise(shape.spec())) {
      return isSmall(shape.spec()) ? blocked(engine, shape) : plain(engine, shape);
    }
    if (channels(shape) < FEW_CHANNELS) {
      return blocked(engine, shape);
    }
    return isPointwise(shape.spec()) ? unrolled(engine, shape) : plain(engine, shape);
  }

  private static ConvolutionDescriptions plain(OneDnnEngine engine, ConvolutionShape shape) {
    return new ConvolutionDescriptions(engine, shape, true, true);
  }

  private static ConvolutionDescriptions unrolled(OneDnnEngine engine, ConvolutionShape shape) {
    return new ConvolutionDescriptions(engine, shape, false, true);
  }

  private static ConvolutionDescriptions blocked(OneDnnEngine engine, ConvolutionShape shape) {
    return new ConvolutionDescriptions(engine, shape, false, false);
  }

  private static int channels(ConvolutionShape shape) {
    return shape.spec().input().dim(1);
  }

  /** Returns whether each channel has filters of its own. */
  private static boolean isDepthwise(Convolution.Spec spec) {
    return spec.groups() > 1 && spec.groups() == spec.input().dim(1);
  }

  /** Returns whether oneDNN's kernel for the weights of single channels can do the windows. */
  private static boolean isSmall(Convolution.Spec spec) {
    return spec.kernel().stream().allMatch(size -> size <= 3);
  }

  /** Returns whether the windows are single cells, which need no unrolling. */
  private static boolean isPointwise(Convolution.Spec spec) {
    return spec.kernel().stream().allMatch(size -> size == 1)
        && spec.pad().stream().allMatch(pad -> pad == 0);
  }
}
