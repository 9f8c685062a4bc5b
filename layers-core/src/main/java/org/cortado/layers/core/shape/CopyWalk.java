package org.cortado.layers.core.shape;

/** Walks over the outer axes of a {@link CopyPlan}, the last one fastest; for one thread. */
final class CopyWalk {

  private int[] at = {};
  private CopyPlan plan = CopyPlan.nothing();
  private int outerAxes;
  private int from;
  private int to;

  /** Goes to a point, counted from 0. */
  void seek(CopyPlan through, int point) {
    plan = through;
    outerAxes = plan.axes() - plan.innerAxes();
    if (at.length < outerAxes) {
      at = new int[outerAxes];
    }
    from = plan.fromStart();
    to = plan.toStart();
    int rest = point;
    for (int axis = outerAxes - 1; axis >= 0; axis--) {
      at[axis] = rest % plan.size(axis);
      rest /= plan.size(axis);
      from += at[axis] * plan.fromStep(axis);
      to += at[axis] * plan.toStep(axis);
    }
  }

  /** Goes to the next point. */
  void next() {
    int axis = outerAxes - 1;
    while (axis >= 0 && at[axis] == plan.size(axis) - 1) {
      from -= at[axis] * plan.fromStep(axis);
      to -= at[axis] * plan.toStep(axis);
      at[axis--] = 0;
    }
    if (axis >= 0) {
      at[axis]++;
      from += plan.fromStep(axis);
      to += plan.toStep(axis);
    }
  }

  /** Returns where the point lies in the buffer that is read. */
  int from() {
    return from;
  }

  /** Returns where the point lies in the buffer that is written. */
  int to() {
    return to;
  }
}
