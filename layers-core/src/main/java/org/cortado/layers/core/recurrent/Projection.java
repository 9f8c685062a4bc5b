package org.cortado.layers.core.recurrent;

import java.util.List;
import org.cortado.api.InvalidLayerException;
import org.cortado.api.LayerContext;
import org.cortado.api.Weights;
import org.cortado.api.backend.Backend;
import org.cortado.api.backend.InnerProduct;
import org.cortado.api.backend.Prepared;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Shape;
import org.cortado.api.blob.Tensor;

/** A product with parameters of its own: {@code y = x · Wᵀ}, plus {@code b} if there is a bias. */
final class Projection implements AutoCloseable {

  private final RecurrentOptions options;
  private final Weights weights;
  private final Prepared<InnerProduct.Spec, InnerProduct> prepared;
  private int inputs;
  private int outputs;
  private int rows;

  Projection(RecurrentOptions options, LayerContext context, Backend backend) {
    this.options = options;
    weights = new Weights(context);
    prepared = new Prepared<>(backend::innerProduct, InnerProduct::close);
  }

  /** Makes the weights {@code [outputs x inputs]} and maybe a bias {@code [outputs]}. */
  void setUp(int width, int height, boolean bias) {
    inputs = width;
    outputs = height;
    weights.add(Shape.of(outputs, inputs), options.weightFiller());
    if (bias) {
      weights.add(Shape.of(outputs), options.biasFiller());
    }
  }

  /** Refuses a bottom that the weights weren't made for. */
  void requireInputs(Shape bottom, int axis) {
    if (bottom.count(axis) != inputs) {
      throw new InvalidLayerException(
          "the weights were made for %d inputs, but the bottom %s now has %d from axis %d on"
              .formatted(inputs, bottom, bottom.count(axis), axis));
    }
  }

  /** Prepares for so many rows. */
  void reshape(int count) {
    rows = count;
    boolean bias = weights.blobs().size() > 1;
    prepared.prepare(new InnerProduct.Spec(rows, inputs, outputs, bias, false));
  }

  void forward(Tensor x, Tensor y) {
    if (rows > 0) {
      prepared.operation().forward(x, weights.values(), y);
    }
  }

  void backwardData(Tensor dy, Tensor dx) {
    if (rows > 0) {
      prepared.operation().backwardData(dy, weights.values(), dx);
    }
  }

  void backwardParameters(Tensor x, Tensor dy) {
    if (rows > 0) {
      prepared.operation().backwardParameters(x, dy, weights.diffs());
    }
  }

  /** Returns those of one forward pass. */
  long multiplyAdds() {
    return (long) rows * inputs * outputs;
  }

  List<Blob> parameters() {
    return weights.blobs();
  }

  @Override
  public void close() {
    prepared.close();
  }
}
