package org.cortado.layers.core.arithmetic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.cortado.api.Bottoms;
import org.cortado.api.InvalidLayerException;
import org.cortado.api.blob.Shape;

/**
 * Where the elements lie that are brought together along some axes of a shape.
 *
 * <p>Output {@code o} is made of the runs of {@link #run} neighbouring elements that begin at
 * {@code starts()[o] + steps()[s]}, for each {@code s}.
 */
final class Reduction {

  private final Shape output;
  private final int run;
  private final int[] starts;
  private final int[] steps;

  private Reduction(Shape shape, Set<Integer> axes) {
    int last = shape.axes() - 1;
    int runFrom = shape.axes();
    while (axes.contains(last)) {
      runFrom = last--;
    }
    run = shape.count(runFrom);
    List<Integer> kept = new ArrayList<>();
    List<Integer> reduced = new ArrayList<>();
    for (int axis = 0; axis < runFrom; axis++) {
      (axes.contains(axis) ? reduced : kept).add(axis);
    }
    output = Shape.of(kept.stream().map(shape::dim).toList());
    starts = offsets(shape, kept);
    steps = offsets(shape, reduced);
  }

  /**
   * Returns the reduction of a shape along the given axes, or along all if none are given.
   *
   * @throws InvalidLayerException if the shape has no such axis, or one is given twice
   */
  static Reduction of(Shape shape, List<Integer> axes) {
    Set<Integer> chosen = new HashSet<>();
    for (int given : axes) {
      if (!chosen.add(Bottoms.axis("axes", given, shape))) {
        throw new InvalidLayerException(
            "axes %s has an axis of the bottom %s twice".formatted(axes, shape));
      }
    }
    for (int axis = 0; axes.isEmpty() && axis < shape.axes(); axis++) {
      chosen.add(axis);
    }
    return new Reduction(shape, chosen);
  }

  /** Returns where each element lies that the given axes can choose, the last axis fastest. */
  private static int[] offsets(Shape shape, List<Integer> axes) {
    int[] offsets = {0};
    for (int axis : axes) {
      int size = shape.dim(axis);
      int stride = shape.count(axis + 1);
      int[] outer = offsets;
      offsets = new int[outer.length * size];
      Arrays.setAll(offsets, i -> outer[i / size] + i % size * stride);
    }
    return offsets;
  }

  /** Returns the shape without the reduced axes. */
  Shape output() {
    return output;
  }

  int run() {
    return run;
  }

  int[] starts() {
    return starts;
  }

  int[] steps() {
    return steps;
  }
}
