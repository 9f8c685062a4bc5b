package org.cortado.engine.net;

import java.util.ArrayList;
import java.util.List;
import org.cortado.api.blob.Tensor;

/**
 * Tensors that are the same elements in the same memory, and the steps of a sweep between which
 * nobody else may write there.
 */
final class TensorGroup {

  private final List<Tensor> members = new ArrayList<>();
  private int first = Integer.MAX_VALUE;
  private int last = Integer.MIN_VALUE;

  void add(Tensor tensor) {
    members.add(tensor);
  }

  /** Returns the tensors in the order of their layers. */
  List<Tensor> members() {
    return members;
  }

  /** Keeps the elements from or until a step at least. */
  void liveAt(int step) {
    first = Math.min(first, step);
    last = Math.max(last, step);
  }

  /** Returns whether anybody uses the elements at all. */
  boolean isAlive() {
    return first <= last;
  }

  /** Returns whether there is a step at which both are alive. */
  boolean overlaps(TensorGroup other) {
    return first <= other.last && other.first <= last;
  }

  /** Returns the first step at which somebody uses the elements. */
  int first() {
    return first;
  }

  /** Returns the greatest number of elements among its tensors. */
  int count() {
    return members.stream().mapToInt(Tensor::count).max().orElse(0);
  }
}
