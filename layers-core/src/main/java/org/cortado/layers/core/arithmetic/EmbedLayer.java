package org.cortado.layers.core.arithmetic;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.cortado.api.Layer;
import org.cortado.api.LayerContext;
import org.cortado.api.LayerType;
import org.cortado.api.Weights;
import org.cortado.api.backend.Backend;
import org.cortado.api.backend.Kernels;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Shape;
import org.cortado.api.blob.Tensor;
import org.cortado.api.filler.Filler;
import org.cortado.api.geometry.Stretch;
import org.cortado.api.geometry.SumLoop;
import org.cortado.api.option.Default;
import org.cortado.api.option.Help;
import org.cortado.api.option.Range;

/**
 * Looks up a learned row for each index: {@code y_i = W[x_i] + b}.
 *
 * <ul>
 *   <li>bottom 0, {@code x}: indices, any shape, whole numbers from 0 to {@code input_dim − 1};
 *       they take no gradient
 *   <li>top 0, {@code y}: the shape of {@code x}, then {@code num_output}
 *   <li>backward: {@code dW[k]} is the sum of {@code dy_i} where {@code x_i} is {@code k}, {@code
 *       db} that of all
 *   <li>parameters: the rows {@code [input_dim x num_output]}; with {@code bias_term} a bias {@code
 *       [num_output]}
 * </ul>
 *
 * <p>Caffe's Embed, save that an index out of range is an error there in debug builds alone. As
 * there, both fillers are a constant 0 unless the file says otherwise. Gradients are summed in
 * double precision, in an order that doesn't depend on the number of threads.
 */
@LayerType(
    name = "Embed",
    bottomNames = "indices",
    topNames = "y",
    backwardReads = {},
    noGradient = 0)
@Help("looks up a learned row for each index")
public final class EmbedLayer implements Layer {

  /** What a net file says of an {@code Embed}. */
  public record Options(
      @Range(min = 1) @Help("the length of a row") int numOutput,
      @Range(min = 1) @Help("how many rows there are") int inputDim,
      @Default("true") @Help("whether a learned row is added to each") boolean biasTerm,
      @Default("{type: constant}") @Help("the first values of the rows") Filler weightFiller,
      @Default("{type: constant}") @Help("the first values of the bias") Filler biasFiller) {}

  private final Options options;
  private final Weights weights;
  private final Indices indices;
  private final Rows rows;
  private final SumLoop biasGradient;
  private List<Tensor> dy = List.of();

  @Inject
  EmbedLayer(Options options, LayerContext context, Backend backend) {
    this.options = options;
    weights = new Weights(context);
    indices = new Indices(options.inputDim());
    rows = new Rows(backend.parallel(), indices, options.numOutput());
    biasGradient = new SumLoop(backend.parallel(), Kernels::sum);
  }

  @Override
  public void setUp(List<Blob> bottom, List<Blob> top) {
    weights.add(Shape.of(options.inputDim(), options.numOutput()), options.weightFiller());
    if (options.biasTerm()) {
      weights.add(Shape.of(options.numOutput()), options.biasFiller());
    }
  }

  @Override
  public void reshape(List<Blob> bottom, List<Blob> top) {
    List<Integer> dims = new ArrayList<>(bottom.get(0).shape().dims());
    dims.add(options.numOutput());
    Shape shape = Shape.of(dims);
    top.get(0).reshape(shape);
    indices.reshape(bottom.get(0).count());
    biasGradient.prepare(
        Stretch.of(Shape.of(options.numOutput()), shape), List.of(Stretch.of(shape, shape)));
    dy = List.of(top.get(0).diff());
  }

  @Override
  public void forward(List<Blob> bottom, List<Blob> top) {
    indices.read(bottom.get(0).data());
    Tensor y = top.get(0).data();
    if (options.biasTerm()) {
      rows.lookUp(weights.values().get(0), weights.values().get(1), y);
    } else {
      rows.lookUp(weights.values().get(0), y);
    }
  }

  @Override
  public void backward(List<Blob> top, boolean[] propagateDown, List<Blob> bottom) {
    rows.addGradient(top.get(0).diff(), weights.diffs().get(0));
    if (options.biasTerm()) {
      biasGradient.add(dy, weights.diffs().get(1));
    }
  }

  @Override
  public List<Blob> parameters() {
    return weights.blobs();
  }
}
