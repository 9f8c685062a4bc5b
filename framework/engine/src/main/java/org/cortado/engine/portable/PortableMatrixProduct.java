package org.cortado.engine.portable;

import org.cortado.api.backend.Counts;
import org.cortado.api.backend.MatrixProduct;
import org.cortado.api.blob.Tensor;

/** Multiplies two matrices. */
final class PortableMatrixProduct implements MatrixProduct {

  private final Spec spec;
  private final Source a = new Source();
  private final Source b = new Source();
  private final Source c = new Source();
  private final Products.Prepared product;

  PortableMatrixProduct(Spec spec, Products products) {
    this.spec = spec;
    Rows left = new DenseMatrix(a, 0, spec.transposeA() ? spec.m() : spec.k());
    Rows right = new DenseMatrix(b, 0, spec.transposeB() ? spec.k() : spec.n());
    DenseMatrix result = new DenseMatrix(c, 0, spec.n());
    product =
        products.prepare(
            new Product(
                new Factor(left, spec.transposeA()),
                new Factor(right, spec.transposeB()),
                spec.accumulate() ? result.adding() : result,
                0,
                spec.k()),
            spec.m(),
            spec.n());
  }

  @Override
  public void multiply(Tensor left, Tensor right, Tensor result) {
    Counts.check("A", left, (long) spec.m() * spec.k());
    Counts.check("B", right, (long) spec.k() * spec.n());
    Counts.check("C", result, (long) spec.m() * spec.n());
    a.open(left.read());
    b.open(right.read());
    c.open(spec.accumulate() ? result.update() : result.write());
    product.run();
  }

  @Override
  public void close() {}
}
