package org.cortado.api.backend;

import org.cortado.api.blob.Tensor;

/**
 * {@code y_i = exp(x_i) / Σ_j exp(x_j)} along one axis, or the logarithm of it, safe for large
 * {@code x}.
 */
public interface Softmax extends AutoCloseable {

  /**
   * What to compute, over {@code [outer x channels x inner]}.
   *
   * @param outer the product of the sizes before the axis
   * @param channels the size of the axis
   * @param inner the product of the sizes after the axis
   * @param log whether {@code y} is the logarithm, {@code x_i − ln Σ_j exp(x_j)}
   */
  record Spec(int outer, int channels, int inner, boolean log) {

    /** Says that {@code y} is not the logarithm. */
    public Spec(int outer, int channels, int inner) {
      this(outer, channels, inner, false);
    }
  }

  /** Overwrites {@code y}, which may be {@code x}. */
  void forward(Tensor x, Tensor y);

  /**
   * Overwrites {@code dx}, which may be {@code dy}, with {@code y · (dy − Σ_j dy_j · y_j)}, or with
   * {@code dy − exp(y) · Σ_j dy_j} if {@code y} is the logarithm.
   */
  void backward(Tensor y, Tensor dy, Tensor dx);

  @Override
  void close();
}
