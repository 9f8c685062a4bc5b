package org.cortado.api.window;

import java.util.Collections;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cortado.api.promise.Stable;

/**
 * Which part of what lies below one element is computed from, along the spatial axes.
 *
 * <p>Of a layer it tells how far an element of a top sees in a bottom; laid over each other, those
 * of the layers on a path tell how far it sees in the net's input.
 *
 * @param isWhole whether it sees all there is
 * @param axes along each of the last axes, unless it sees all; along an axis that is missing it
 *     sees its own place alone
 */
@Stable(since = "0.1")
public record ReceptiveField(boolean isWhole, List<Axis> axes) {

  /**
   * That of an element which sees its own place alone, as in a layer that works element by element.
   */
  public static final ReceptiveField POINT = new ReceptiveField(false, List.of());

  /** That of an element which sees all there is, as in a fully connected layer. */
  public static final ReceptiveField WHOLE = new ReceptiveField(true, List.of());

  /**
   * Along one axis.
   *
   * @param size the elements below from the first that is seen to the last
   * @param step how many elements below lie between what two neighbours see; less than 1 where a
   *     layer enlarges
   */
  public record Axis(double size, double step) {

    /** Sees its own place alone. */
    public static final Axis POINT = new Axis(1, 1);

    /** Returns the size in whole elements. */
    public long elements() {
      return (long) Math.ceil(size);
    }

    Axis over(Axis below) {
      return new Axis(below.size + (size - 1) * below.step, step * below.step);
    }

    Axis or(Axis other) {
      return new Axis(Math.max(size, other.size), Math.max(step, other.step));
    }
  }

  /** Copies the list. */
  public ReceptiveField {
    axes = List.copyOf(axes);
  }

  /** Returns that of elements which see so much along each of the last axes. */
  public static ReceptiveField along(List<Axis> axes) {
    return new ReceptiveField(false, axes);
  }

  /** Returns that of elements which see their own place alone along so many axes. */
  public static ReceptiveField point(int axes) {
    return along(Collections.nCopies(axes, Axis.POINT));
  }

  /** Returns that of elements which see a window each. */
  public static ReceptiveField of(List<WindowAxis> windows) {
    return along(windows.stream().map(axis -> new Axis(axis.extent(), axis.stride())).toList());
  }

  /** Returns that of elements which windows are laid over, one for each element below. */
  public static ReceptiveField under(List<WindowAxis> windows) {
    return along(windows.stream().map(ReceptiveField::under).toList());
  }

  private static Axis under(WindowAxis axis) {
    double stride = axis.stride();
    return new Axis(Math.ceil(axis.extent() / stride), 1 / stride);
  }

  /** Returns what this sees through that which lies below it. */
  public ReceptiveField over(ReceptiveField below) {
    return combine(below, Axis::over);
  }

  /** Returns one as large as this and another are, as where two paths meet. */
  public ReceptiveField or(ReceptiveField other) {
    return combine(other, Axis::or);
  }

  private ReceptiveField combine(ReceptiveField other, BinaryOperator<Axis> axis) {
    if (isWhole || other.isWhole) {
      return WHOLE;
    }
    int count = Math.max(axes.size(), other.axes.size());
    return along(
        IntStream.range(0, count)
            .mapToObj(i -> axis.apply(axis(i - count), other.axis(i - count)))
            .toList());
  }

  /** Returns one of the axes, which is negative and counts from the end. */
  private Axis axis(int fromEnd) {
    int index = axes.size() + fromEnd;
    return index < 0 ? Axis.POINT : axes.get(index);
  }

  /** Returns {@code 7x7}, the elements along each axis, or {@code all}. */
  @Override
  public String toString() {
    if (isWhole) {
      return "all";
    }
    return axes.isEmpty()
        ? "1"
        : axes.stream().map(axis -> "" + axis.elements()).collect(Collectors.joining("x"));
  }
}
