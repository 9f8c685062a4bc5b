package org.cortado.api.blob;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The sizes of the axes of a blob; {@code [64x1x28x28]} in print.
 *
 * <p>Any number of axes, none for a scalar; a size may be 0. Wherever an axis is asked for, a
 * negative one counts from the end.
 */
public final class Shape {

  private final int[] dims;
  private final int count;

  private Shape(int[] dims) {
    this.dims = dims;
    this.count = product(dims);
  }

  /**
   * Returns the shape with the given sizes.
   *
   * @throws IllegalArgumentException if a size is negative
   * @throws ShapeTooLargeException if the product of the sizes exceeds 2³¹−1
   */
  public static Shape of(int... dims) {
    return new Shape(dims.clone());
  }

  /** Returns the shape with the given sizes, as {@link #of(int...)} does. */
  public static Shape of(List<Integer> dims) {
    return new Shape(dims.stream().mapToInt(Integer::intValue).toArray());
  }

  private static int product(int[] dims) {
    long product = 1;
    boolean empty = false;
    for (int dim : dims) {
      if (dim < 0) {
        throw new IllegalArgumentException("a size is negative in " + text(dims));
      }
      empty |= dim == 0;
      if (dim > 0 && (product *= dim) > Integer.MAX_VALUE) {
        throw new ShapeTooLargeException(
            text(dims) + " has more than " + Integer.MAX_VALUE + " elements");
      }
    }
    return empty ? 0 : (int) product;
  }

  /** Returns the number of axes. */
  public int axes() {
    return dims.length;
  }

  /** Returns the size of an axis. */
  public int dim(int axis) {
    return dims[canonicalAxis(axis)];
  }

  /** Returns the sizes of all axes. */
  public List<Integer> dims() {
    return Arrays.stream(dims).boxed().toList();
  }

  /** Returns the number of elements; 1 for a scalar. */
  public int count() {
    return count;
  }

  /** Returns the product of the sizes from an axis to the last; 1 beyond the last. */
  public int count(int fromAxis) {
    return count(fromAxis, dims.length);
  }

  /**
   * Returns the product of the sizes of the axes {@code from} to {@code to - 1}.
   *
   * @param from the first axis, from 0
   * @param to the axis after the last, from 0
   */
  public int count(int from, int to) {
    int product = 1;
    for (int axis = from; axis < to; axis++) {
      product *= dims[axis];
    }
    return product;
  }

  /** Returns this shape with another size for one axis. */
  public Shape with(int axis, int dim) {
    int[] changed = dims.clone();
    changed[canonicalAxis(axis)] = dim;
    return new Shape(changed);
  }

  /**
   * Returns the axis counted from 0.
   *
   * @throws IllegalArgumentException if there is no such axis
   */
  public int canonicalAxis(int axis) {
    if (axis < -dims.length || axis >= dims.length) {
      throw new IllegalArgumentException("there is no axis " + axis + " in " + this);
    }
    return axis < 0 ? axis + dims.length : axis;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Shape that && Arrays.equals(dims, that.dims);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(dims);
  }

  @Override
  public String toString() {
    return text(dims);
  }

  private static String text(int[] dims) {
    return Arrays.stream(dims).mapToObj(String::valueOf).collect(Collectors.joining("x", "[", "]"));
  }
}
