package org.cortado.onednn;

import static org.bytedeco.dnnl.global.dnnl.dnnl_convolution_backward_data_primitive_desc_create;
import static org.bytedeco.dnnl.global.dnnl.dnnl_convolution_backward_weights_primitive_desc_create;
import static org.bytedeco.dnnl.global.dnnl.dnnl_convolution_direct;
import static org.bytedeco.dnnl.global.dnnl.dnnl_convolution_forward_primitive_desc_create;
import static org.bytedeco.dnnl.global.dnnl.dnnl_forward_training;

import org.bytedeco.dnnl.dnnl_memory_desc;
import org.jspecify.annotations.Nullable;

/** Asks oneDNN for the primitives of one convolution, with given layouts of the images. */
final class ConvolutionDescriptions {

  private final OneDnnEngine engine;
  private final ConvolutionShape shape;
  private final boolean plainSource;
  private final boolean plainDestination;

  /** Prepares to ask; what isn't plain, oneDNN lays out as it likes. */
  ConvolutionDescriptions(
      OneDnnEngine engine, ConvolutionShape shape, boolean plainSource, boolean plainDestination) {
    this.engine = engine;
    this.shape = shape;
    this.plainSource = plainSource;
    this.plainDestination = plainDestination;
  }

  private static Layout layout(boolean plain, long[] dims) {
    return plain ? Layout.plain(dims) : Layout.any(dims);
  }

  Description forward() {
    try (Layout source = layout(plainSource, shape.source());
        Layout weights = Layout.any(shape.weights());
        Layout bias = Layout.plain(shape.bias());
        Layout destination = layout(plainDestination, shape.destination())) {
      return new Description(
          "convolve " + shape.spec(),
          handle ->
              dnnl_convolution_forward_primitive_desc_create(
                  handle,
                  engine.handle(),
                  dnnl_forward_training,
                  dnnl_convolution_direct,
                  source.handle(),
                  weights.handle(),
                  bias(bias),
                  destination.handle(),
                  shape.strides(),
                  shape.dilation(),
                  shape.padding(),
                  shape.padding(),
                  engine.overwriting().handle()));
    }
  }

  private @Nullable dnnl_memory_desc bias(Layout bias) {
    return shape.spec().bias() ? bias.handle() : null;
  }

  Description backwardData() {
    try (Description forward = forward();
        Layout source = layout(plainSource, shape.source());
        Layout weights = Layout.any(shape.weights());
        Layout destination = layout(plainDestination, shape.destination())) {
      return new Description(
          "convolve backward " + shape.spec(),
          handle ->
              dnnl_convolution_backward_data_primitive_desc_create(
                  handle,
                  engine.handle(),
                  dnnl_convolution_direct,
                  source.handle(),
                  weights.handle(),
                  destination.handle(),
                  shape.strides(),
                  shape.dilation(),
                  shape.padding(),
                  shape.padding(),
                  forward.handle(),
                  engine.overwriting().handle()));
    }
  }

  Description backwardWeights() {
    try (Description forward = forward();
        Layout source = layout(plainSource, shape.source());
        Layout weights = Layout.any(shape.weights());
        Layout bias = Layout.plain(shape.bias());
        Layout destination = layout(plainDestination, shape.destination())) {
      return new Description(
          "convolve backward " + shape.spec(),
          handle ->
              dnnl_convolution_backward_weights_primitive_desc_create(
                  handle,
                  engine.handle(),
                  dnnl_convolution_direct,
                  source.handle(),
                  weights.handle(),
                  bias(bias),
                  destination.handle(),
                  shape.strides(),
                  shape.dilation(),
                  shape.padding(),
                  shape.padding(),
                  forward.handle(),
                  engine.overwriting().handle()));
    }
  }
}
