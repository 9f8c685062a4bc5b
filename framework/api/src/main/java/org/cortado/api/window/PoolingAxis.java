package org.cortado.api.window;

import java.util.ArrayList;
import java.util.List;

/**
 * One spatial axis of a pooling that takes its axes one by one, the last first.
 *
 * @param outer the product of the sizes before the axis, not yet pooled
 * @param spans how the windows lie along it
 * @param inner the product of the sizes after the axis, already pooled
 */
record PoolingAxis(int outer, WindowSpans spans, int inner) {

  /** Returns the axes of a pooling in the order in which they are taken. */
  static List<PoolingAxis> of(List<WindowSpans> all) {
    List<PoolingAxis> axes = new ArrayList<>();
    int inner = 1;
    for (int i = all.size() - 1; i >= 0; i--) {
      axes.add(new PoolingAxis(in(all.subList(0, i)), all.get(i), inner));
      inner = Math.multiplyExact(inner, all.get(i).out());
    }
    return axes;
  }

  private static int in(List<WindowSpans> all) {
    return all.stream().mapToInt(WindowSpans::in).reduce(1, Math::multiplyExact);
  }

  /** Returns the size of a pooling of so many planes. */
  static PlaneMap.Size size(int planes, List<WindowSpans> all, List<PoolingAxis> axes) {
    int out = all.stream().mapToInt(WindowSpans::out).reduce(1, Math::multiplyExact);
    int most =
        axes.stream()
            .mapToInt(axis -> Math.max(axis.elementsBefore(), axis.elementsAfter()))
            .reduce(1, Math::max);
    return new PlaneMap.Size(planes, in(all), out, most);
  }

  /** Returns the elements before the axis is taken. */
  int elementsBefore() {
    return Math.multiplyExact(outer, Math.multiplyExact(spans.in(), inner));
  }

  /** Returns the elements once the axis has been taken. */
  int elementsAfter() {
    return Math.multiplyExact(outer, Math.multiplyExact(spans.out(), inner));
  }
}
