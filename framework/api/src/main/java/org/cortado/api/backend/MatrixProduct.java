package org.cortado.api.backend;

import org.cortado.api.blob.Tensor;

/** {@code C = op(A) · op(B)}, or {@code C += op(A) · op(B)}, of matrices stored row by row. */
public interface MatrixProduct extends AutoCloseable {

  /**
   * What to multiply.
   *
   * @param m rows of {@code op(A)} and of {@code C}
   * @param n columns of {@code op(B)} and of {@code C}
   * @param k columns of {@code op(A)}, rows of {@code op(B)}
   * @param transposeA whether {@code A} is stored as {@code [k x m]} rather than {@code [m x k]}
   * @param transposeB whether {@code B} is stored as {@code [n x k]} rather than {@code [k x n]}
   * @param accumulate whether to add to {@code C} rather than overwrite it
   */
  record Spec(int m, int n, int k, boolean transposeA, boolean transposeB, boolean accumulate) {}

  /** Multiplies; {@code c} must share no memory with the others. */
  void multiply(Tensor a, Tensor b, Tensor c);

  @Override
  void close();
}
