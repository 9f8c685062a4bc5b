package org.cortado.api.backend;

import java.util.List;
import org.cortado.api.blob.Tensor;
import org.cortado.api.promise.Experimental;

/** Refuses tensors that an operation was not prepared for: it would read or write beyond them. */
@Experimental
public final class Counts {

  private Counts() {}

  /**
   * Does nothing if a tensor has the right number of elements.
   *
   * @param name what the operation calls it
   * @throws IllegalArgumentException otherwise
   */
  public static void check(String name, Tensor tensor, long count) {
    if (tensor.count() != count) {
      throw new IllegalArgumentException(
          name + " must have " + count + " elements, but is " + tensor.shape());
    }
  }

  /**
   * Does nothing if there are the weights and, where there should be, the bias.
   *
   * @throws IllegalArgumentException otherwise
   */
  public static void checkParameters(
      List<Tensor> parameters, boolean bias, long weights, int outputs) {
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
