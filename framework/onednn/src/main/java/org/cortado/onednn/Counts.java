package org.cortado.onednn;

import java.util.List;
import org.cortado.api.blob.Tensor;

/** Refuses tensors of the wrong size: the native code would write beyond them. */
final class Counts {

  private Counts() {}

  /**
   * Does nothing if the tensor has the right number of elements.
   *
   * @throws IllegalArgumentException otherwise
   */
  static void check(String name, Tensor tensor, int count) {
    if (tensor.count() != count) {
      throw new IllegalArgumentException(
          name + " has " + tensor.count() + " elements, but must have " + count);
    }
  }

  /**
   * Does nothing if there are the weights and, where there should be, the bias.
   *
   * @throws IllegalArgumentException otherwise
   */
  static void checkParameters(List<Tensor> parameters, boolean bias, int weights, int outputs) {
    int expected = bias ? 2 : 1;
    if (parameters.size() != expected) {
      throw new IllegalArgumentException(
          "there are " + parameters.size() + " parameters, but must be " + expected);
    }
    check("the weights", parameters.get(0), weights);
    if (bias) {
      check("the bias", parameters.get(1), outputs);
    }
  }
}
