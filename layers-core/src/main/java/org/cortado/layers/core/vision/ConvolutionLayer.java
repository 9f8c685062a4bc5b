package org.cortado.layers.core.vision;

import jakarta.inject.Inject;
import java.util.List;
import org.cortado.api.Bottoms;
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
import org.cortado.api.window.ReceptiveField;
import org.cortado.api.window.WindowAxis;

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
    ConvolutionOptions.requireFilters(spec.weights(), weights.blobs().get(0).shape());
    Shape output = options.like(input, spec.output());
    top.forEach(y -> y.reshape(output));
    prepared.prepare(spec);
  }

  private Convolution.Spec spec(Shape shape) {
    Shape images = options.images(shape);
    options.requireWholeGroups(images.dim(1));
    Convolution.Spec spec =
        options.convolution(images, options.numOutput(), options.group(), options.biasTerm());
    options.requireRoom(spec, shape);
    return spec;
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
  public long multiplyAdds(List<Blob> bottom, List<Blob> top) {
    long products = weights.blobs().get(0).shape().count(1);
    return top.stream().mapToLong(y -> y.count() * products).sum();
  }

  @Override
  public ReceptiveField receptiveField(List<Blob> bottom, List<Blob> top) {
    return ReceptiveField.of(WindowAxis.of(spec(bottom.get(0).shape())));
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
