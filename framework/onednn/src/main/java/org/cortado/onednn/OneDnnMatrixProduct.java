package org.cortado.onednn;

import java.nio.FloatBuffer;
import org.cortado.api.backend.Counts;
import org.cortado.api.backend.MatrixProduct;
import org.cortado.api.blob.Tensor;

/** Matrix products by oneDNN's {@code sgemm}, which needs no preparation. */
final class OneDnnMatrixProduct implements MatrixProduct {

  private final Spec spec;
  private final Product product;

  /** Multiplies buffers whose sizes have been checked. */
  @FunctionalInterface
  private interface Product {
    void run(FloatBuffer a, FloatBuffer b, FloatBuffer c, boolean add);
  }

  OneDnnMatrixProduct(OneDnnEngine engine, Spec spec) {
    this.spec = spec;
    product =
        spec.batch().equals(Batch.ONE)
            ? new Sgemm(engine, spec)::run
            : new BatchedSgemm(engine, spec)::run;
  }

  @Override
  public void multiply(Tensor a, Tensor b, Tensor c) {
    Counts.check("a", a, count(spec.batch().a(), spec.m(), spec.k()));
    Counts.check("b", b, count(spec.batch().b(), spec.k(), spec.n()));
    Counts.check("c", c, count(spec.batch().c(), spec.m(), spec.n()));
    boolean add = spec.accumulate() && !c.isClear();
    FloatBuffer sum = add ? c.update() : c.write();
    product.run(a.read(), b.read(), sum, add);
  }

  private static int count(Matrices matrices, int rows, int columns) {
    return Math.multiplyExact(matrices.count(), Math.multiplyExact(rows, columns));
  }

  @Override
  public void close() {}
}
