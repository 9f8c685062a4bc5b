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
import org.cortado.api.window.ReceptiveField;
import org.cortado.api.window.WindowAxis;

/**
 * Lays learned filters over images, each times the pixel that it lies at: the transpose of a {@link
 * ConvolutionLayer} with the same options, whose gradient is the forward pass here.
 *
 * <ul>
 *   <li>bottoms, {@code x}: {@code [… x channels x spatial…]}, all of one shape; the axes before
 *       {@code axis} together count images
 *   <li>tops, {@code y}, one for each bottom: {@code [… x num_output x spatial…]}, each spatial
 *       size being {@code stride·(in − 1) + dilation·(kernel − 1) + 1 − 2·pad}
 *   <li>backward: {@code dx} is the convolution of {@code dy} with the filters, {@code dw} the full
 *       correlation of {@code dy} with {@code x}, {@code db[o]} the sum of {@code dy[·,o]}
 *   <li>parameters, shared by all bottoms: filters {@code [channels x num_output/group x kernel…]};
 *       with {@code bias_term} a bias {@code [num_output]}
 * </ul>
 *
 * <p>Caffe's Deconvolution, elsewhere called transposed convolution. As there, both fillers are a
 * constant 0 unless the file says otherwise; {@code {type: bilinear}} makes it enlarge images.
 */
@LayerType(
    name = "Deconvolution",
    maxBottoms = LayerType.ANY,
    maxTops = LayerType.ANY,
    topsMatchBottoms = true,
    bottomNames = "x",
    topNames = "y",
    backwardReads = Reads.BOTTOM_DATA)
@Help("lays learned filters over images, each times the pixel that it lies at")
public final class DeconvolutionLayer implements Layer {

  private final ConvolutionOptions options;
  private final Weights filters;
  private final Weights bias;
  private final List<Blob> parameters = new ArrayList<>();
  private final ChannelBias channelBias;
  private final Prepared<Convolution.Spec, Convolution> prepared;

  @Inject
  DeconvolutionLayer(ConvolutionOptions options, LayerContext context, Backend backend) {
    this.options = options;
    filters = new Weights(context);
    bias = new Weights(context);
    channelBias = new ChannelBias(backend.parallel());
    prepared = new Prepared<>(backend::convolution, Convolution::close);
  }

  @Override
  public void setUp(List<Blob> bottom, List<Blob> top) {
    filters.add(spec(bottom.get(0).shape()).weights(), options.weightFiller());
    parameters.addAll(filters.blobs());
    if (options.biasTerm()) {
      bias.add(Shape.of(options.numOutput()), options.biasFiller());
      parameters.addAll(bias.blobs());
    }
  }

  @Override
  public void reshape(List<Blob> bottom, List<Blob> top) {
    Bottoms.requireEqual(bottom);
    Shape input = bottom.get(0).shape();
    Convolution.Spec spec = spec(input);
    ConvolutionOptions.requireFilters(spec.weights(), filters.blobs().get(0).shape());
    Shape output = options.like(input, spec.input());
    for (int i = 0; i < top.size(); i++) {
      top.get(i).reshape(output);
    }
    prepared.prepare(spec);
    channelBias.prepare(spec.input());
  }

  /** Returns the convolution that leads from tops to bottoms. */
  private Convolution.Spec spec(Shape shape) {
    Shape images = options.images(shape);
    options.requireWholeGroups(images.dim(1));
    int axes = images.axes() - 2;
    Convolution.Spec back = options.convolution(images, images.dim(1), options.group(), false);
    List<Integer> dims = new ArrayList<>(List.of(images.dim(0), options.numOutput()));
    for (int i = 0; i < axes; i++) {
      dims.add(size(back, i, shape));
    }
    return options.convolution(Shape.of(dims), images.dim(1), options.group(), false);
  }

  private static int size(Convolution.Spec back, int axis, Shape bottom) {
    int in = back.input().dim(2 + axis);
    long extent = back.dilation().get(axis) * (back.kernel().get(axis) - 1L) + 1;
    long size = back.stride().get(axis) * (in - 1L) + extent - 2L * back.pad().get(axis);
    if (in < 1 || size < 1 || size > Integer.MAX_VALUE) {
      int bottomAxis = bottom.axes() - back.spatialAxes() + axis;
      throw new InvalidLayerException(
          "axis %d of the top would be %d long where that of the bottom %s is %d"
              .formatted(bottomAxis, size, bottom, in));
    }
    return (int) size;
  }

  @Override
  public void forward(List<Blob> bottom, List<Blob> top) {
    for (int i = 0; i < bottom.size(); i++) {
      Tensor y = top.get(i).data();
      prepared.operation().backwardData(bottom.get(i).data(), filters.values(), y);
      if (options.biasTerm()) {
        channelBias.add(bias.values().get(0), y);
      }
    }
  }

  @Override
  public void backward(List<Blob> top, boolean[] propagateDown, List<Blob> bottom) {
    Convolution convolution = prepared.operation();
    for (int i = 0; i < bottom.size(); i++) {
      Tensor dy = top.get(i).diff();
      convolution.backwardParameters(dy, bottom.get(i).data(), filters.diffs());
      if (options.biasTerm()) {
        channelBias.addGradient(dy, bias.diffs().get(0));
      }
      if (propagateDown[i]) {
        convolution.forward(dy, filters.values(), bottom.get(i).diff());
      }
    }
  }

  @Override
  public long multiplyAdds(List<Blob> bottom, List<Blob> top) {
    long products = filters.blobs().get(0).shape().count(1);
    return bottom.stream().mapToLong(x -> x.count() * products).sum();
  }

  @Override
  public ReceptiveField receptiveField(List<Blob> bottom, List<Blob> top) {
    return ReceptiveField.under(WindowAxis.of(spec(bottom.get(0).shape())));
  }

  @Override
  public List<Blob> parameters() {
    return parameters;
  }

  @Override
  public void close() {
    prepared.close();
  }
}
