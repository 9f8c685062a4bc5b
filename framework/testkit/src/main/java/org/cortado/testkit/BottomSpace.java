package org.cortado.testkit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.cortado.api.blob.Shape;

/** Which shapes bottoms may have together: images, vectors, sequences, and what goes with them. */
final class BottomSpace {

  private static final List<Shape> FIRST =
      List.of(
          Shape.of(2, 4, 5, 4),
          Shape.of(3, 4),
          Shape.of(3, 2, 4),
          Shape.of(2, 2, 3, 2, 3),
          Shape.of(5),
          Shape.of(1, 2, 8),
          Shape.of(2, 2));

  /** Beyond so many bottoms all but the first are alike. */
  private static final int FEW = 3;

  private BottomSpace() {}

  static Stream<List<Shape>> of(int bottoms) {
    if (bottoms == 0) {
      return Stream.of(List.of());
    }
    Stream<List<Shape>> alike = FIRST.stream().map(shape -> Collections.nCopies(bottoms, shape));
    return Stream.concat(
        alike, FIRST.stream().flatMap(first -> completed(List.of(first), bottoms)));
  }

  private static Stream<List<Shape>> completed(List<Shape> begun, int bottoms) {
    if (begun.size() == bottoms) {
      return Stream.of(begun);
    }
    int more = bottoms > FEW ? bottoms - 1 : 1;
    return companions(begun.get(0)).stream()
        .flatMap(shape -> completed(extended(begun, shape, more), bottoms));
  }

  private static List<Shape> extended(List<Shape> begun, Shape shape, int times) {
    List<Shape> all = new ArrayList<>(begun);
    all.addAll(Collections.nCopies(times, shape));
    return all;
  }

  /** Returns shapes of labels, weights, states and the like for a blob. */
  private static List<Shape> companions(Shape first) {
    List<Shape> shapes = new ArrayList<>();
    shapes.add(Shape.of(first.dim(0)));
    shapes.add(first);
    if (first.axes() > 1) {
      shapes.add(without(first, 1));
      shapes.add(Shape.of(first.dim(0), first.dim(1)));
      shapes.add(Shape.of(first.dim(0), 1));
      shapes.add(Shape.of(first.dim(1)));
      shapes.add(Shape.of(1, first.dim(1), 2));
      shapes.add(without(first, 0));
      shapes.add(first.with(1, 4 * first.dim(1)));
      shapes.add(first.with(-1, 4 * first.dim(-1)));
      shapes.add(swapped(first));
    }
    shapes.add(Shape.of());
    return shapes.stream().distinct().toList();
  }

  private static Shape without(Shape shape, int axis) {
    List<Integer> dims = new ArrayList<>(shape.dims());
    dims.remove(axis);
    return Shape.of(dims);
  }

  /** Returns what a matrix can be multiplied by. */
  private static Shape swapped(Shape shape) {
    return shape.with(-1, shape.dim(-2)).with(-2, shape.dim(-1));
  }
}
