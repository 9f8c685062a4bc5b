package org.cortado.layers.core.shape;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Which elements of one buffer go where in another: a grid that is laid over both, with a step of
 * its own along each axis in each.
 *
 * <p>Axes that are one run in both buffers are merged: what is left is the least there is to do.
 */
final class CopyPlan {

  private static final CopyPlan NOTHING = new Builder().axis(0, 1, 1).plan();

  private final int fromStart;
  private final int toStart;
  private final int[] sizes;
  private final int[] fromSteps;
  private final int[] toSteps;

  private final int innerAxes;
  private final boolean empty;

  private CopyPlan(int fromStart, int toStart, List<Axis> merged) {
    this.fromStart = fromStart;
    this.toStart = toStart;
    List<Axis> axes = new ArrayList<>(merged);
    innerAxes = putTransposedLast(axes) ? 2 : 1;
    sizes = axes.stream().mapToInt(Axis::size).toArray();
    fromSteps = axes.stream().mapToInt(Axis::fromStep).toArray();
    toSteps = axes.stream().mapToInt(Axis::toStep).toArray();
    empty = IntStream.of(sizes).anyMatch(size -> size == 0);
  }

  /** Moves an axis of runs in {@code from}, then one of runs in {@code to}, behind all others. */
  private static boolean putTransposedLast(List<Axis> axes) {
    Axis last = axes.get(axes.size() - 1);
    Optional<Axis> source = axes.stream().filter(axis -> axis.fromStep == 1).findFirst();
    Optional<Axis> target = axes.stream().filter(axis -> axis.toStep == 1).findFirst();
    if (last.isRun() || source.isEmpty() || target.isEmpty() || source.equals(target)) {
      return false;
    }
    axes.remove(source.get());
    axes.remove(target.get());
    axes.add(source.get());
    axes.add(target.get());
    return true;
  }

  private record Axis(int size, int fromStep, int toStep) {

    boolean isRun() {
      return fromStep == 1 && toStep == 1;
    }

    /** Returns whether this axis goes on where the one inside it ends, in both buffers. */
    boolean continues(Axis inner) {
      return fromStep == (long) inner.size * inner.fromStep
          && toStep == (long) inner.size * inner.toStep;
    }
  }

  /** Lays a grid, from the slowest axis to the fastest. */
  static final class Builder {

    private final List<Axis> axes = new ArrayList<>();
    private int fromStart;
    private int toStart;

    /** Sets where the grid begins in each buffer; 0 otherwise. */
    Builder startingAt(int from, int to) {
      fromStart = from;
      toStart = to;
      return this;
    }

    /** Adds an axis inside those that there are. */
    Builder axis(int size, int fromStep, int toStep) {
      Axis axis = new Axis(size, fromStep, toStep);
      int last = axes.size() - 1;
      if (last >= 0 && axes.get(last).continues(axis)) {
        axes.set(last, new Axis(axes.get(last).size() * size, fromStep, toStep));
      } else if (size != 1) {
        axes.add(axis);
      }
      return this;
    }

    /** Returns the plan. */
    CopyPlan plan() {
      if (axes.isEmpty()) {
        axes.add(new Axis(1, 1, 1));
      }
      return new CopyPlan(fromStart, toStart, axes);
    }
  }

  /** Returns the plan that copies nothing. */
  static CopyPlan nothing() {
    return NOTHING;
  }

  /** Returns the plan that copies the same elements back. */
  CopyPlan reversed() {
    Builder builder = new Builder().startingAt(toStart, fromStart);
    for (int axis = 0; axis < sizes.length; axis++) {
      builder.axis(sizes[axis], toSteps[axis], fromSteps[axis]);
    }
    return builder.plan();
  }

  /** Returns whether there is nothing to copy. */
  boolean isEmpty() {
    return empty;
  }

  int fromStart() {
    return fromStart;
  }

  int toStart() {
    return toStart;
  }

  /** Returns the number of axes that are left, at least one. */
  int axes() {
    return sizes.length;
  }

  /**
   * Returns how many axes to copy at once: the last, or the last two where the one before it is
   * made of runs in the one buffer, and the last one of runs in the other.
   */
  int innerAxes() {
    return innerAxes;
  }

  /** Returns the number of points of the grid along the other axes. */
  int outerCount() {
    int count = 1;
    for (int axis = 0; axis < sizes.length - innerAxes; axis++) {
      count *= sizes[axis];
    }
    return count;
  }

  int size(int axis) {
    return sizes[axis];
  }

  int fromStep(int axis) {
    return fromSteps[axis];
  }

  int toStep(int axis) {
    return toSteps[axis];
  }
}
