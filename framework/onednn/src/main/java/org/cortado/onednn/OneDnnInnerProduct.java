package org.cortado.onednn;

import java.nio.FloatBuffer;
import java.util.List;
import org.cortado.api.backend.Counts;
import org.cortado.api.backend.InnerProduct;
import org.cortado.api.backend.MatrixProduct;
import org.cortado.api.blob.Tensor;

/**
 * A fully connected product by oneDNN's {@code sgemm}.
 *
 * <p>The bias is spread over the rows, and its gradient summed over them, by products with a vector
 * of ones.
 */
final class OneDnnInnerProduct implements InnerProduct {

  private final OneDnnEngine engine;
  private final Spec spec;
  private final int weightCount;
  private final Lazy<Ones> ones;
  private final Sgemm spread;
  private final Sgemm forward;
  private final Sgemm backwardData;
  private final Sgemm backwardWeights;
  private final Sgemm backwardBias;

  OneDnnInnerProduct(OneDnnEngine engine, Spec spec) {
    this.engine = engine;
    this.spec = spec;
    int rows = spec.rows();
    int inputs = spec.inputs();
    int outputs = spec.outputs();
    weightCount = Math.multiplyExact(inputs, outputs);
    spread = product(rows, outputs, 1, false, false);
    forward = product(rows, outputs, inputs, false, !spec.transposed());
    backwardData = product(rows, inputs, outputs, false, spec.transposed());
    backwardWeights =
        spec.transposed()
            ? product(inputs, outputs, rows, true, false)
            : product(outputs, inputs, rows, true, false);
    backwardBias = product(1, outputs, rows, false, false);
    ones = new Lazy<>(() -> new Ones(rows));
  }

  /** A vector of ones: made when first used, since preparing takes no memory. */
  private static final class Ones implements Resources.NativeResource {

    private final NativeBlock block;
    private final FloatBuffer floats;

    Ones(int count) {
      block = new NativeBlock((long) count * Float.BYTES);
      floats = block.floats(count);
      for (int i = 0; i < count; i++) {
        floats.put(i, 1);
      }
    }

    @Override
    public void close() {
      block.close();
    }
  }

  private Sgemm product(int m, int n, int k, boolean transposeA, boolean transposeB) {
    return new Sgemm(engine, new MatrixProduct.Spec(m, n, k, transposeA, transposeB, false));
  }

  @Override
  public void forward(Tensor x, List<Tensor> parameters, Tensor y) {
    check(x, parameters, y);
    FloatBuffer sum = y.write();
    if (spec.bias()) {
      spread.run(ones.get().floats, parameters.get(1).read(), sum, false);
    }
    forward.run(x.read(), parameters.get(0).read(), sum, spec.bias());
  }

  @Override
  public void backwardData(Tensor dy, List<Tensor> parameters, Tensor dx) {
    check(dx, parameters, dy);
    backwardData.run(dy.read(), parameters.get(0).read(), dx.write(), false);
  }

  @Override
  public void backwardParameters(Tensor x, Tensor dy, List<Tensor> parameterDiffs) {
    check(x, parameterDiffs, dy);
    FloatBuffer left = (spec.transposed() ? x : dy).read();
    FloatBuffer right = (spec.transposed() ? dy : x).read();
    add(backwardWeights, left, right, parameterDiffs.get(0));
    if (spec.bias()) {
      add(backwardBias, ones.get().floats, dy.read(), parameterDiffs.get(1));
    }
  }

  private static void add(Sgemm product, FloatBuffer left, FloatBuffer right, Tensor sum) {
    boolean add = !sum.isClear();
    product.run(left, right, add ? sum.update() : sum.write(), add);
  }

  private void check(Tensor x, List<Tensor> parameters, Tensor y) {
    Counts.check("x", x, Math.multiplyExact(spec.rows(), spec.inputs()));
    Counts.check("y", y, Math.multiplyExact(spec.rows(), spec.outputs()));
    Counts.checkParameters(parameters, spec.bias(), weightCount, spec.outputs());
  }

  @Override
  public void close() {
    ones.close();
  }
}
