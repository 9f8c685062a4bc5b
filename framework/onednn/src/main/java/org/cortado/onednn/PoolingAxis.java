package org.cortado.onednn;

import java.util.ArrayList;
import java.util.List;
import org.cortado.api.backend.Pooling;

/**
 * One spatial axis of a pooling that takes its axes one by one, the last first.
 *
 * @param outer the product of the sizes before the axis, not yet pooled
 * @param in the size of the axis
 * @param out how many windows there are along it
 * @param inner the product of the sizes after the axis, already pooled
 * @param kernel the size of a window
 * @param stride the steps between windows
 * @param pad the cells before and behind the image
 */
record PoolingAxis(int outer, int in, int out, int inner, int kernel, int stride, int pad) {

  /** Returns the axes of a pooling in the order in which they are taken. */
  static List<PoolingAxis> of(Pooling.Spec spec) {
    List<PoolingAxis> axes = new ArrayList<>();
    for (int i = spec.spatialAxes() - 1; i >= 0; i--) {
      axes.add(
          new PoolingAxis(
              spec.input().count(2, 2 + i),
              spec.input().dim(2 + i),
              spec.outputSize(i),
              spec.output().count(3 + i),
              spec.kernel().get(i),
              spec.stride().get(i),
              spec.pad().get(i)));
    }
    return axes;
  }

  /** Returns the first cell of a window in the image. */
  int start(int window) {
    return Math.max(0, window * stride - pad);
  }

  /** Returns the cell after a window's last in the image. */
  int end(int window) {
    return Math.min(in, window * stride - pad + kernel);
  }

  /** Returns the number of a window's cells in image and padding; 0 if it begins behind them. */
  int cells(int window) {
    int first = window * stride - pad;
    return Math.max(0, Math.min(first + kernel, in + pad) - first);
  }

  /** Returns the elements before the axis is taken. */
  int elementsBefore() {
    return outer * in * inner;
  }

  /** Returns the elements once the axis has been taken. */
  int elementsAfter() {
    return outer * out * inner;
  }
}
