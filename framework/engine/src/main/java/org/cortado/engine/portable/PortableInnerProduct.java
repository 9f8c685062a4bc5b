package org.cortado.engine.portable;

import java.nio.FloatBuffer;
import java.util.List;
import org.cortado.api.backend.Counts;
import org.cortado.api.backend.InnerProduct;
import org.cortado.api.blob.Tensor;

/** Multiplies rows by weights, by three products of matrices. */
final class PortableInnerProduct implements InnerProduct {

  private final Spec spec;
  private final Source x = new Source();
  private final Source y = new Source();
  private final Source weights = new Source();
  private final Source bias = new Source();
  private final Products.Prepared forward;
  private final Products.Prepared backwardData;
  private final Products.Prepared backwardWeights;
  private final BiasGradient backwardBias;

  PortableInnerProduct(Spec spec, Products products) {
    this.spec = spec;
    DenseMatrix inputs = new DenseMatrix(x, 0, spec.inputs());
    DenseMatrix outputs = new DenseMatrix(y, 0, spec.outputs());
    DenseMatrix w = new DenseMatrix(weights, 0, spec.transposed() ? spec.outputs() : spec.inputs());
    Result sums = spec.bias() ? outputs.plus(bias) : outputs;
    forward =
        products.prepare(
            new Product(
                Factor.of(inputs), new Factor(w, !spec.transposed()), sums, 0, spec.inputs()),
            spec.rows(),
            spec.outputs());
    backwardData =
        products.prepare(
            new Product(
                Factor.of(outputs), new Factor(w, spec.transposed()), inputs, 0, spec.outputs()),
            spec.rows(),
            spec.inputs());
    backwardWeights = backwardWeights(products, inputs, outputs, w);
    backwardBias = new BiasGradient(spec.rows(), spec.outputs(), 1, products.parallel());
  }

  /** The gradient has the layout of the weights: {@code dyᵀ · x}, or {@code xᵀ · dy}. */
  private Products.Prepared backwardWeights(
      Products products, DenseMatrix inputs, DenseMatrix outputs, DenseMatrix gradient) {
    DenseMatrix left = spec.transposed() ? inputs : outputs;
    DenseMatrix right = spec.transposed() ? outputs : inputs;
    return products.prepare(
        new Product(Factor.transposed(left), Factor.of(right), gradient.adding(), 0, spec.rows()),
        left.width(),
        right.width());
  }

  @Override
  public void forward(Tensor in, List<Tensor> parameters, Tensor out) {
    check("x", in, "y", out, parameters);
    x.open(in.read());
    weights.open(parameters.get(0).read());
    if (spec.bias()) {
      bias.open(parameters.get(1).read());
    }
    y.open(out.write());
    forward.run();
  }

  @Override
  public void backwardData(Tensor dy, List<Tensor> parameters, Tensor dx) {
    check("dx", dx, "dy", dy, parameters);
    y.open(dy.read());
    weights.open(parameters.get(0).read());
    x.open(dx.write());
    backwardData.run();
  }

  @Override
  public void backwardParameters(Tensor in, Tensor dy, List<Tensor> parameterDiffs) {
    check("x", in, "dy", dy, parameterDiffs);
    FloatBuffer gradient = dy.read();
    x.open(in.read());
    y.open(gradient);
    weights.open(parameterDiffs.get(0).update());
    backwardWeights.run();
    if (spec.bias()) {
      backwardBias.add(gradient, parameterDiffs.get(1).update());
    }
  }

  private void check(
      String inName, Tensor in, String outName, Tensor out, List<Tensor> parameters) {
    Counts.check(inName, in, (long) spec.rows() * spec.inputs());
    Counts.check(outName, out, (long) spec.rows() * spec.outputs());
    Counts.checkParameters(
        parameters, spec.bias(), (long) spec.inputs() * spec.outputs(), spec.outputs());
  }

  @Override
  public void close() {}
}
