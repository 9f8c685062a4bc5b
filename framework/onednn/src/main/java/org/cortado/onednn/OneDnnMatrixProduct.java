package org.cortado.onednn;

import java.nio.FloatBuffer;
import org.cortado.api.backend.Counts;
import org.cortado.api.backend.MatrixProduct;
import org.cortado.api.blob.Tensor;

/** A matrix product by oneDNN's {@code sgemm}, which needs no preparation. */
final class OneDnnMatrixProduct implements MatrixProduct {

  private final Spec spec;
  private final Sgemm product;

  OneDnnMatrixProduct(OneDnnEngine engine, Spec spec) {
    this.spec = spec;
    product = new Sgemm(engine, spec);
  }

  @Override
  public void multiply(Tensor a, Tensor b, Tensor c) {
    Counts.check("a", a, Math.multiplyExact(spec.m(), spec.k()));
    Counts.check("b", b, Math.multiplyExact(spec.k(), spec.n()));
    Counts.check("c", c, Math.multiplyExact(spec.m(), spec.n()));
    boolean add = spec.accumulate() && !c.isClear();
    FloatBuffer sum = add ? c.update() : c.write();
    product.run(a.read(), b.read(), sum, add);
  }

  @Override
  public void close() {}
}
