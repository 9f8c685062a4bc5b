package org.cortado.layers.core.arithmetic;

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
import org.cortado.api.backend.InnerProduct;
import org.cortado.api.backend.Prepared;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Shape;
import org.cortado.api.blob.Tensor;
import org.cortado.api.filler.Filler;
import org.cortado.api.option.Default;
import org.cortado.api.option.Help;
import org.cortado.api.option.Range;
import org.cortado.api.window.ReceptiveField;

/**
 * Makes every output a weighted sum of all inputs: {@code y = x · Wᵀ + b}.
 *
 * <ul>
 *   <li>bottom 0, {@code x}: {@code [rows… x inputs…]}; the axes from {@code axis} on together are
 *       the inputs, whose number is fixed at set-up
 *   <li>top 0, {@code y}: {@code [rows… x num_output]}
 *   <li>backward: {@code dx = dy · W}, {@code dW = dyᵀ · x}, {@code db} the column sums of {@code
 *       dy}
 *   <li>parameters: weights {@code [num_output x inputs]}, or {@code [inputs x num_output]} with
 *       {@code transpose}; with {@code bias_term} a bias {@code [num_output]}
 * </ul>
 *
 * <p>Caffe's InnerProduct. As there, both fillers are a constant 0 unless the file says otherwise.
 */
@LayerType(
    name = "InnerProduct",
    bottomNames = "x",
    topNames = "y",
    backwardReads = Reads.BOTTOM_DATA)
@Help("makes every output a weighted sum of all inputs")
public final class InnerProductLayer implements Layer {

  /** What a net file says of an {@code InnerProduct}. */
  public record Options(
      @Range(min = 1) @Help("the number of outputs") int numOutput,
      @Default("true") @Help("whether a learned number is added to each output") boolean biasTerm,
      @Default("{type: constant}") @Help("the first values of the weights") Filler weightFiller,
      @Default("{type: constant}") @Help("the first values of the bias") Filler biasFiller,
      @Default("1") @Help("the first of the axes that are the inputs") int axis,
      @Default("false") @Help("whether the weights are stored as [inputs x num_output]")
          boolean transpose) {}

  private final Options options;
  private final Weights weights;
  private final Prepared<InnerProduct.Spec, InnerProduct> prepared;
  private int inputs;

  @Inject
  InnerProductLayer(Options options, LayerContext context, Backend backend) {
    this.options = options;
    weights = new Weights(context);
    prepared = new Prepared<>(backend::innerProduct, InnerProduct::close);
  }

  @Override
  public void setUp(List<Blob> bottom, List<Blob> top) {
    inputs = bottom.get(0).shape().count(axis(bottom));
    weights.add(shapeOfWeights(), options.weightFiller());
    if (options.biasTerm()) {
      weights.add(Shape.of(options.numOutput()), options.biasFiller());
    }
  }

  private int axis(List<Blob> bottom) {
    return Bottoms.axis("axis", options.axis(), bottom.get(0).shape());
  }

  private Shape shapeOfWeights() {
    return options.transpose()
        ? Shape.of(inputs, options.numOutput())
        : Shape.of(options.numOutput(), inputs);
  }

  @Override
  public void reshape(List<Blob> bottom, List<Blob> top) {
    Shape shape = bottom.get(0).shape();
    int axis = axis(bottom);
    requireSameInputs(shape, axis);
    List<Integer> dims = new ArrayList<>(shape.dims().subList(0, axis));
    dims.add(options.numOutput());
    top.get(0).reshape(Shape.of(dims));
    prepared.prepare(
        new InnerProduct.Spec(
            shape.count(0, axis),
            inputs,
            options.numOutput(),
            options.biasTerm(),
            options.transpose()));
  }

  private void requireSameInputs(Shape shape, int axis) {
    if (shape.count(axis) != inputs) {
      throw new InvalidLayerException(
          "the weights were made for %d inputs, but the bottom %s now has %d from axis %d on"
              .formatted(inputs, shape, shape.count(axis), axis));
    }
  }

  @Override
  public void forward(List<Blob> bottom, List<Blob> top) {
    prepared.operation().forward(bottom.get(0).data(), weights.values(), top.get(0).data());
  }

  @Override
  public void backward(List<Blob> top, boolean[] propagateDown, List<Blob> bottom) {
    Tensor dy = top.get(0).diff();
    prepared.operation().backwardParameters(bottom.get(0).data(), dy, weights.diffs());
    if (propagateDown[0]) {
      prepared.operation().backwardData(dy, weights.values(), bottom.get(0).diff());
    }
  }

  @Override
  public long multiplyAdds(List<Blob> bottom, List<Blob> top) {
    return (long) top.get(0).count() * inputs;
  }

  @Override
  public ReceptiveField receptiveField(List<Blob> bottom, List<Blob> top) {
    return ReceptiveField.WHOLE;
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
