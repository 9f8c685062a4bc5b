package org.cortado.api.geometry;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.cortado.api.Bottoms;
import org.cortado.api.InvalidLayerException;
import org.cortado.api.blob.Shape;
import org.cortado.api.window.ReceptiveField;

/**
 * The shape that remains of another when its elements are brought together along some axes.
 *
 * <p>{@code [8x7x6]} along axis 1 becomes {@code [8x6]}, or {@code [8x1x6]} with its axes kept.
 */
public final class Reduction {

  private final Shape kept;
  private final Shape output;
  private final Stretch stretch;

  private Reduction(Shape shape, Set<Integer> axes) {
    kept = Shape.of(all(shape).map(axis -> axes.contains(axis) ? 1 : shape.dim(axis)).toArray());
    output = Shape.of(all(shape).filter(axis -> !axes.contains(axis)).map(shape::dim).toArray());
    stretch = Stretch.of(kept, shape);
  }

  private static IntStream all(Shape shape) {
    return IntStream.range(0, shape.axes());
  }

  /**
   * Returns the reduction of a bottom's shape along the axes that the option {@code axes} gives, or
   * along all if it gives none.
   *
   * @throws InvalidLayerException if the shape has no such axis, or one is given twice
   */
  public static Reduction of(Shape shape, List<Integer> axes) {
    Set<Integer> chosen = new HashSet<>();
    for (int given : axes) {
      if (!chosen.add(Bottoms.axis("axes", given, shape))) {
        throw new InvalidLayerException(
            "axes %s has an axis of the bottom %s twice".formatted(axes, shape));
      }
    }
    if (axes.isEmpty()) {
      all(shape).forEach(chosen::add);
    }
    return new Reduction(shape, chosen);
  }

  /** Returns the reduction of a shape along an axis and all after it. */
  public static Reduction from(Shape shape, int axis) {
    Set<Integer> chosen = new HashSet<>();
    IntStream.range(axis, shape.axes()).forEach(chosen::add);
    return new Reduction(shape, chosen);
  }

  /** Returns the shape without the reduced axes, or with size 1 for each of them. */
  public Shape output(boolean keepAxes) {
    return keepAxes ? kept : output;
  }

  /** Returns how many elements each one of the output is made of; 0 only of an empty shape. */
  public int summands() {
    return stretch.repetitions();
  }

  /** Returns what an element of the output sees: all, where a spatial axis is brought together. */
  public ReceptiveField receptiveField() {
    Shape shape = stretch.output();
    boolean spatial =
        IntStream.range(2, shape.axes()).anyMatch(axis -> kept.dim(axis) < shape.dim(axis));
    return spatial ? ReceptiveField.WHOLE : ReceptiveField.POINT;
  }

  /** Returns how the output stretches back to the shape. */
  public Stretch stretch() {
    return stretch;
  }
}
