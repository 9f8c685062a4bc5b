package org.cortado.api.window;

import java.util.ArrayList;
import java.util.List;
import org.cortado.api.backend.Pooling;

/**
 * One spatial axis of a pooling that takes its axes one by one, the last first.
 *
 * @param outer the product of the sizes before the axis, not yet pooled
 * @param axis how the windows lie along it
 * @param inner the product of the sizes after the axis, already pooled
 */
record PoolingAxis(int outer, WindowAxis axis, int inner) {

  /** Returns the axes of a pooling in the order in which they are taken. */
  static List<PoolingAxis> of(Pooling.Spec spec) {
    List<WindowAxis> all = WindowAxis.of(spec);
    List<PoolingAxis> axes = new ArrayList<>();
    for (int i = all.size() - 1; i >= 0; i--) {
      axes.add(
          new PoolingAxis(spec.input().count(2, 2 + i), all.get(i), spec.output().count(3 + i)));
    }
    return axes;
  }

  /** Returns the elements before the axis is taken. */
  int elementsBefore() {
    return outer * axis.in() * inner;
  }

  /** Returns the elements once the axis has been taken. */
  int elementsAfter() {
    return outer * axis.out() * inner;
  }
}
