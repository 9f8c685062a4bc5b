package org.cortado.onednn;

/**
 * Which layouts of images make which convolution fast.
 *
 * <p>By the shapes alone, never by the clock: the same net must give the same bits. Weights are
 * always laid out as oneDNN likes.
 */
final class ConvolutionRules {

  /** Fewer channels than a vector has lanes leave the blocked kernels mostly idle. */
  private static final int FEW_CHANNELS = 16;

  private ConvolutionRules() {}

  static ConvolutionDescriptions forward(OneDnnEngine engine, ConvolutionShape shape) {
    return new ConvolutionDescriptions(engine, shape, true, true);
  }

  /** With few channels on one side, one plain side brings in the product over unrolled windows. */
  static ConvolutionDescriptions backwardData(OneDnnEngine engine, ConvolutionShape shape) {
    boolean few = shape.spec().input().dim(1) < FEW_CHANNELS;
    return new ConvolutionDescriptions(engine, shape, !few, true);
  }

  static ConvolutionDescriptions backwardWeights(OneDnnEngine engine, ConvolutionShape shape) {
    return new ConvolutionDescriptions(engine, shape, true, true);
  }
}
