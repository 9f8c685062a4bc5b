package org.cortado.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_BIAS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_BIAS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_WEIGHTS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_WEIGHTS;

import java.util.function.IntFunction;
import org.cortado.api.backend.Convolution;

/** Makes the passes of one convolution, each over its share of the images. */
final class ConvolutionPasses {

  /** The most spatial axes that oneDNN can do. */
  static final int MOST_AXES = 3;

  private final OneDnnEngine engine;
  private final Convolution.Spec spec;
  private final Split images;
  private final int inputSize;
  private final int outputSize;

  /** Prepares to make them, for {@link #MOST_AXES} spatial axes or fewer. */
  ConvolutionPasses(OneDnnEngine engine, Convolution.Spec spec) {
    this.engine = engine;
    this.spec = spec;
    images = Split.of(spec.input().dim(0), 1, engine);
    inputSize = spec.input().count(1);
    outputSize = spec.output().count(1);
  }

  /** Returns the sizes of what one run of a part's pass computes. */
  private ConvolutionShape shape(int part) {
    return new ConvolutionShape(spec, ConvolutionRules.imagesOfARun(spec, images.size(part)));
  }

  /** Returns a pass that goes through the images of a part, run by run. */
  private Pass pass(int part, ConvolutionShape shape, Description description, int... arguments) {
    return new Pass(engine, engine.lane(part), description, arguments)
        .repeated(shape.images() == 0 ? 1 : images.size(part) / shape.images());
  }

  private int inputStep(ConvolutionShape shape) {
    return shape.images() * inputSize;
  }

  private int outputStep(ConvolutionShape shape) {
    return shape.images() * outputSize;
  }

  private int inputAt(int part) {
    return images.from(part) * inputSize;
  }

  private int outputAt(int part) {
    return images.from(part) * outputSize;
  }

  private SplitPass split(IntFunction<Pass> maker) {
    return new SplitPass(engine, images.parts(), maker);
  }

  /** Arguments: x, weights, y, bias. */
  SplitPass forward() {
    return split(this::forward);
  }

  private Pass forward(int part) {
    ConvolutionShape shape = shape(part);
    Description description = ConvolutionRules.forward(engine, shape).forward();
    int[] arguments = {DNNL_ARG_SRC, DNNL_ARG_WEIGHTS, DNNL_ARG_DST, DNNL_ARG_BIAS};
    Pass pass = pass(part, shape, description, shape.withoutBias(arguments));
    pass.input(shape.source(), inputAt(part), inputStep(shape)).input(shape.weights(), 0);
    pass.output(shape.destination(), outputAt(part), outputStep(shape));
    return spec.bias() ? pass.input(shape.bias(), 0) : pass;
  }

  /** Arguments: dy, weights, dx. */
  SplitPass backwardData() {
    return split(this::backwardData);
  }

  private Pass backwardData(int part) {
    ConvolutionShape shape = shape(part);
    Description description = ConvolutionRules.backwardData(engine, shape).backwardData();
    int[] arguments = {DNNL_ARG_DIFF_DST, DNNL_ARG_WEIGHTS, DNNL_ARG_DIFF_SRC};
    return pass(part, shape, description, arguments)
        .input(shape.destination(), outputAt(part), outputStep(shape))
        .input(shape.weights(), 0)
        .output(shape.source(), inputAt(part), inputStep(shape));
  }

  /** Arguments: x, dy, the weights' diff, the bias's diff. */
  SplitPass backwardParameters() {
    return split(this::backwardParameters);
  }

  private Pass backwardParameters(int part) {
    int run = ConvolutionRules.imagesOfAWeightsRun(spec, images.size(part));
    ConvolutionShape shape = new ConvolutionShape(spec, run);
    Description description = ConvolutionRules.backwardWeights(engine, shape).backwardWeights();
    int[] arguments = {DNNL_ARG_SRC, DNNL_ARG_DIFF_DST, DNNL_ARG_DIFF_WEIGHTS, DNNL_ARG_DIFF_BIAS};
    Pass pass = pass(part, shape, description, shape.withoutBias(arguments));
    pass.input(shape.source(), inputAt(part), inputStep(shape))
        .input(shape.destination(), outputAt(part), outputStep(shape));
    pass.sum(shape.weights());
    return spec.bias() ? pass.sum(shape.bias()) : pass;
  }
}
