package org.cortado.layers.core.shape;

import org.cortado.api.backend.Parallel;
import org.cortado.api.blob.Shape;
import org.cortado.api.blob.Tensor;

/** One tensor in the midst of a bigger one: cuts it out, or puts it in and fills what is around. */
final class Frame {

  private final StridedCopy copy;
  private final RowPadding padding;
  private CopyPlan cutting = CopyPlan.nothing();

  Frame(Parallel parallel) {
    copy = new StridedCopy(parallel);
    padding = new RowPadding(parallel);
  }

  /**
   * Places the part.
   *
   * @param first the first axis along which the sizes may differ
   * @param offsets where the part begins, one for each axis
   */
  void reshape(Shape whole, Shape part, int first, int[] offsets) {
    CopyPlan.Builder builder = new CopyPlan.Builder();
    int start = 0;
    for (int axis = 0; axis < whole.axes(); axis++) {
      start += offsets[axis] * whole.count(axis + 1);
      builder.axis(part.dim(axis), whole.count(axis + 1), part.count(axis + 1));
    }
    cutting = builder.startingAt(start, 0).plan();
    padding.reshape(part, whole, first, offsets, PadOptions.Mode.CONSTANT);
  }

  /** Copies the part out of the whole. */
  void cut(Tensor whole, Tensor part) {
    copy.run(cutting, whole.read(), part.write());
  }

  /** Copies the part into the whole, all other elements of which become one value. */
  void surround(Tensor part, float value, Tensor whole) {
    padding.forward(part, value, whole);
  }
}
