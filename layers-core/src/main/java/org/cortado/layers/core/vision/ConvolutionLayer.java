package org.cortado.layers.core.vision;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.cortado.api.Bottoms;
import org.cortado.api.InvalidLayerException;
import org.cortado.api.Layer;
import org.cortado.api.LayerContext;
import org.cortado.api.LayerType;
import org.cortado.api.Reads;
import org.cortado.api.Weights;
import org.cortado.api.backend.Backend;
import org.cortado.api.backend.Convolution;
import org.cortado.api.backend.Prepared;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Shape;
import org.cortado.api.blob.Tensor;
import org.cortado.api.option.Help;

/**
 * Slides learned filters over images: {@code y[n,o] = b[o] + Σ_c w[o,c] ⋆ x[n,c]}, cross-correlated
 * (the filters are not flipped) over any number of spatial axes.
 *
 * <ul>
 *   <li>bottoms, {@code x}: {@code [… x channels x spatial…]}, all of one shape; the axes before
 *       {@code axis} together count images
 *   <li>tops, {@code y}, one for each bottom: {@code [… x num_output x spatial…]}, each spatial
 *       size being {@code ⌊(in + 2·pad − (dilation·(kernel − 1) + 1)) / stride⌋ + 1}
 *   <li>backward: {@code dx} is the full correlation of {@code dy} with the filters, {@code dw}
 *       that of {@code x} with {@code dy}, {@code db[o]} the sum of {@code dy[·,o]}
 *   <li>parameters, shared by all bottoms: filters {@code [num_output x channels/group x kernel…]};
 *       with {@code bias_term} a bias {@code [num_output]}
 * </ul>
 *
 * <p>Caffe's Convolution. As there, both fillers are a constant 0 unless the file says otherwise.
 */
@LayerType(
    name = "Convolution",
    maxBottoms = LayerType.ANY,
    maxTops = LayerType.ANY,
    topsMatchBottoms = true,
    bottomNames = "x",
    topNames = "y",
    backwardReads = Reads.BOTTOM_DATA)
@Help("slides learned filters over images")
public final class ConvolutionLayer implements Layer {

  private final ConvolutionOptions options;
  private final Weights weights;
  private final Prepared<Convolution.Spec, Convolution> prepared;

  @Inject
  ConvolutionLayer(ConvolutionOptions options, LayerContext context, Backend backend) {
    this.options = options;
    weights = new Weights(context);
    prepared = new Prepared<>(backend::convolution, Convolution::close);
  }

  @Override
  public void setUp(List<Blob> bottom, List<Blob> top) {
    Convolution.Spec spec = spec(bottom.get(0).shape());
    weights.add(spec.weights(), options.weightFiller());
    if (options.biasTerm()) {
      weights.add(Shape.of(options.numOutput()), options.biasFiller());
    }
  }

  @Override
  public void reshape(List<Blob> bottom, List<Blob> top) {
    Bottoms.requireEqual(bottom);
    Shape input = bottom.get(0).shape();
    Convolution.Spec spec = spec(input);
    requireSameChannels(spec);
    Shape output = output(input, spec);
    top.forEach(y -> y.reshape(output));
    prepared.prepare(spec);
  }

  private Convolution.Spec spec(Shape shape) {
    int axis = Bottoms.axis("axis", options.axis(), shape);
    Shape images = images(shape, axis);
    requireWholeGroups(images.dim(1));
    int spatialAxes = images.axes() - 2;
    Convolution.Spec spec =
        new Convolution.Spec(
            images,
            options.numOutput(),
            options.kernel(spatialAxes),
            options.steps(spatialAxes),
            options.padding(spatialAxes),
            options.dilations(spatialAxes),
            options.group(),
            options.biasTerm());
    requireRoom(spec, shape, axis);
    return spec;
  }

  /** Returns {@code [images x channels x spatial…]}. */
  private static Shape images(Shape shape, int axis) {
    List<Integer> dims = new ArrayList<>(shape.dims().subList(axis, shape.axes()));
    dims.add(0, shape.count(0, axis));
    return Shape.of(dims);
  }

  private static Shape output(Shape input, Convolution.Spec spec) {
    Shape images = spec.output();
    List<Integer> dims = new ArrayList<>(input.dims());
    for (int i = 1; i < images.axes(); i++) {
      dims.set(dims.size() - images.axes() + i, images.dim(i));
    }
    return Shape.of(dims);
  }

  private void requireWholeGroups(int channels) {
    if (channels % options.group() != 0) {
      throw new InvalidLayerException(
          "the %d channels of the bottom can't fall into %d groups"
              .formatted(channels, options.group()));
    }
  }

  private static void requireRoom(Convolution.Spec spec, Shape shape, int axis) {
    for (int i = 0; i < spec.spatialAxes(); i++) {
      if (spec.outputSize(i) < 1) {
        throw new InvalidLayerException(
            "a filter of %d with dilation %d is larger than axis %d of the bottom %s with pad %d"
                .formatted(
                    spec.kernel().get(i),
                    spec.dilation().get(i),
                    axis + 1 + i,
                    shape,
                    spec.pad().get(i)));
      }
    }
  }

  private void requireSameChannels(Convolution.Spec spec) {
    Shape filters = weights.blobs().get(0).shape();
    if (!spec.weights().equals(filters)) {
      throw new InvalidLayerException(
          "the bottom now wants filters %s, but they were made as %s"
              .formatted(spec.weights(), filters));
    }
  }

  @Override
  public void forward(List<Blob> bottom, List<Blob> top) {
    for (int i = 0; i < bottom.size(); i++) {
      prepared.operation().forward(bottom.get(i).data(), weights.values(), top.get(i).data());
    }
  }

  @Override
  public void backward(List<Blob> top, boolean[] propagateDown, List<Blob> bottom) {
    Convolution convolution = prepared.operation();
    for (int i = 0; i < bottom.size(); i++) {
      Tensor dy = top.get(i).diff();
      convolution.backwardParameters(bottom.get(i).data(), dy, weights.diffs());
      if (propagateDown[i]) {
        convolution.backwardData(dy, weights.values(), bottom.get(i).diff());
      }
    }
  }

  @Override
  public List<Blob> parameters() {
    return weights.blobs();
  }

  @Override
  public void close() {
    prepared.close();
  }
}
