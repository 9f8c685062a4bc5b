package org.cortado.api.backend;

import java.util.List;
import org.cortado.api.blob.Tensor;

/**
 * {@code y = x · Wᵀ + b}: every output is a weighted sum of all inputs.
 *
 * <p>The parameters are the weights {@code [outputs x inputs]}, or {@code [inputs x outputs]} where
 * the spec says transposed, then the bias {@code [outputs]} where there is one.
 */
public interface InnerProduct extends AutoCloseable {

  /**
   * What to compute.
   *
   * @param rows the number of rows of {@code x} and of {@code y}
   * @param inputs the length of a row of {@code x}
   * @param outputs the length of a row of {@code y}
   * @param bias whether there is a bias
   * @param transposed whether the weights are stored as {@code [inputs x outputs]}
   */
  record Spec(int rows, int inputs, int outputs, boolean bias, boolean transposed) {}

  /** Overwrites {@code y}. */
  void forward(Tensor x, List<Tensor> parameters, Tensor y);

  /** Overwrites {@code dx} with {@code dy · W}. */
  void backwardData(Tensor dy, List<Tensor> parameters, Tensor dx);

  /** Adds {@code dyᵀ · x} to the diff of the weights and the column sums of dy to the bias's. */
  void backwardParameters(Tensor x, Tensor dy, List<Tensor> parameterDiffs);

  @Override
  void close();
}
