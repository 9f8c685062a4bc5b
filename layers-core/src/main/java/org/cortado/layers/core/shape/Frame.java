package org.cortado.layers.core.shape;

import java.nio.FloatBuffer;
import org.cortado.api.backend.Parallel;
import org.cortado.api.blob.Shape;
import org.cortado.api.blob.Tensor;

/** One tensor in the midst of a bigger one: cuts it out, or puts it in and fills what is around. */
final class Frame {

  private final StridedCopy copy;
  private final Filling filling;
  private CopyPlan cutting = CopyPlan.nothing();
  private CopyPlan inserting = CopyPlan.nothing();
  private boolean covering;

  Frame(Parallel parallel) {
    copy = new StridedCopy(parallel);
    filling = new Filling(parallel);
  }

  /**
   * Places the part.
   *
   * @param offsets where it begins, one for each axis
   */
  void reshape(Shape whole, Shape part, int[] offsets) {
    covering = whole.equals(part);
    CopyPlan.Builder builder = new CopyPlan.Builder();
    int start = 0;
    for (int axis = 0; axis < whole.axes(); axis++) {
      start += offsets[axis] * whole.count(axis + 1);
      builder.axis(part.dim(axis), whole.count(axis + 1), part.count(axis + 1));
    }
    cutting = builder.startingAt(start, 0).plan();
    inserting = cutting.reversed();
  }

  /** Copies the part out of the whole. */
  void cut(Tensor whole, Tensor part) {
    copy.run(cutting, whole.read(), part.write());
  }

  /** Copies the part into the whole, all other elements of which become one value. */
  void surround(Tensor part, float value, Tensor whole) {
    FloatBuffer target = whole.write();
    if (!covering) {
      filling.run(target, value);
    }
    copy.run(inserting, part.read(), target);
  }
}
