package org.cortado.engine.portable;

import java.util.List;
import org.cortado.api.blob.Tensor;

/** Refuses tensors that an operation was not prepared for. */
final class Counts {

  private Counts() {}

  /**
   * Checks one tensor.
   *
   * @param name what the operation calls it
   * @throws IllegalArgumentException if it has not the count
   */
  static void check(String name, Tensor tensor, long count) {
    if (tensor.count() != count) {
      throw new IllegalArgumentException(
          name + " must have " + count + " elements, but is " + tensor.shape());
    }
  }

  /**
   * Checks the weights and, where there is one, the bias.
   *
   * @throws IllegalArgumentException if there are more or fewer, or one has not its count
   */
  static void checkParameters(List<Tensor> parameters, long weights, int outputs, boolean bias) {
    if (parameters.size() != (bias ? 2 : 1)) {
      throw new IllegalArgumentException(
          "there must be "
              + (bias ? "weights and a bias" : "weights alone")
              + ", but there are "
              + parameters.size()
              + " parameters");
    }
    check("the weights", parameters.get(0), weights);
    if (bias) {
      check("the bias", parameters.get(1), outputs);
    }
  }
}
