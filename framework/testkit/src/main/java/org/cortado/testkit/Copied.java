package org.cortado.testkit;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cortado.api.blob.Shape;
import org.cortado.api.blob.Tensor;

/** What a tensor held at some moment, and how it differs from what it should have held. */
final class Copied {

  private final Shape shape;
  private final float[] values;

  private Copied(Shape shape, float[] values) {
    this.shape = shape;
    this.values = values;
  }

  static Copied of(Tensor tensor) {
    float[] values = new float[tensor.count()];
    tensor.read().get(0, values);
    return new Copied(tensor.shape(), values);
  }

  /** Returns the items {@code from} to {@code to - 1} of the first axis. */
  Copied items(int from, int to) {
    int item = shape.dim(0) == 0 ? 0 : shape.count() / shape.dim(0);
    float[] part = new float[(to - from) * item];
    System.arraycopy(values, from * item, part, 0, part.length);
    return new Copied(shape.with(0, to - from), part);
  }

  /** Writes the values into a tensor of as many elements. */
  void to(Tensor tensor) {
    tensor.write().put(0, values);
  }

  boolean hasNaN() {
    return IntStream.range(0, values.length).anyMatch(i -> Float.isNaN(values[i]));
  }

  /** Fails unless every bit is the same. */
  void isExactly(Copied expected, String what) {
    hasShape(expected.shape, what);
    isLike(expected, what, i -> same(values[i], expected.values[i]));
  }

  /** A NaN is a NaN whatever its bits, 0 is not -0. */
  private static boolean same(float one, float other) {
    return Float.floatToIntBits(one) == Float.floatToIntBits(other);
  }

  /** Fails unless every value is the same but for rounding, measured by the greatest of all. */
  void isNearly(Copied expected, float tolerance, String what) {
    hasShape(expected.shape, what);
    float near = tolerance * expected.greatest();
    isLike(
        expected,
        what,
        i ->
            same(values[i], expected.values[i])
                || Math.abs(values[i] - expected.values[i]) <= near);
  }

  private float greatest() {
    float greatest = 1;
    for (float value : values) {
      greatest = Float.isFinite(value) ? Math.max(greatest, Math.abs(value)) : greatest;
    }
    return greatest;
  }

  private void hasShape(Shape expected, String what) {
    if (!shape.equals(expected)) {
      throw new AssertionError(what + ": expected the shape " + expected + ", but it is " + shape);
    }
  }

  private void isLike(Copied expected, String what, IntPredicate alike) {
    int[] wrong = IntStream.range(0, values.length).filter(alike.negate()).toArray();
    if (wrong.length > 0) {
      int first = wrong[0];
      throw new AssertionError(
          "%s, element %s: expected %s, but found %s (%d of %d elements differ)"
              .formatted(
                  what,
                  place(first),
                  expected.values[first],
                  values[first],
                  wrong.length,
                  values.length));
    }
  }

  /** Fails if an element is NaN. */
  void hasNoNaN(String what, String why) {
    for (int i = 0; i < values.length; i++) {
      if (Float.isNaN(values[i])) {
        throw new AssertionError("%s, element %s is NaN: %s".formatted(what, place(i), why));
      }
    }
  }

  /** Fails unless every element is NaN still. */
  void isUntouched(String what) {
    for (int i = 0; i < values.length; i++) {
      if (!Float.isNaN(values[i])) {
        throw new AssertionError(
            "%s, element %s: expected to be left alone, but found %s"
                .formatted(what, place(i), values[i]));
      }
    }
  }

  /** Fails unless an element is above 0 in both or in neither, wherever there is a gradient. */
  void hasSignsOf(Copied top, Copied gradient) {
    for (int i = 0; i < values.length; i++) {
      if (values[i] > 0 != top.values[i] > 0 && gradient.values[i] != 0) {
        throw new AssertionError(
            "top 0, element %s: its sign is declared to be kept, but %s became %s"
                .formatted(place(i), values[i], top.values[i]));
      }
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Copied that
        && shape.equals(that.shape)
        && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }

  /** Returns {@code 5 [1,2]} for the last element of a {@code [2x3]}. */
  private String place(int element) {
    int rest = element;
    int[] at = new int[shape.axes()];
    for (int axis = at.length - 1; axis >= 0; axis--) {
      at[axis] = rest % shape.dim(axis);
      rest /= shape.dim(axis);
    }
    return element
        + IntStream.of(at).mapToObj(String::valueOf).collect(Collectors.joining(",", " [", "]"));
  }
}
