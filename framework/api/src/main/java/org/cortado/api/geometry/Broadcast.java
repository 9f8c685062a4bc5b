package org.cortado.api.geometry;

import java.util.List;
import org.cortado.api.InvalidLayerException;
import org.cortado.api.blob.Shape;

/**
 * The shape that several shapes stretch to together, as numpy has it: aligned at the end, each axis
 * has the one size that isn't 1, and a shape of size 1 there, or without that axis, is repeated.
 *
 * <p>{@code [8x1x6]} and {@code [7x1]} together are {@code [8x7x6]}.
 */
public final class Broadcast {

  private final Shape output;
  private final List<Stretch> stretches;

  private Broadcast(Shape output, List<Shape> inputs) {
    this.output = output;
    stretches = inputs.stream().map(input -> Stretch.of(input, output)).toList();
  }

  /**
   * Returns the broadcast of the shapes of a layer's bottoms.
   *
   * @throws InvalidLayerException if they don't go together
   */
  public static Broadcast of(List<Shape> shapes) {
    Shape output = shapes.get(0);
    for (int i = 1; i < shapes.size(); i++) {
      output = together(output, shapes.get(i), i);
    }
    return new Broadcast(output, shapes);
  }

  private static Shape together(Shape before, Shape shape, int bottom) {
    int[] dims = new int[Math.max(before.axes(), shape.axes())];
    for (int axis = 1; axis <= dims.length; axis++) {
      int a = axis <= before.axes() ? before.dim(-axis) : 1;
      int b = axis <= shape.axes() ? shape.dim(-axis) : 1;
      if (a != b && a != 1 && b != 1) {
        throw new InvalidLayerException(
            "bottom %d has the shape %s, which doesn't go with %s before it: counted from the end,"
                    .formatted(bottom, shape, before)
                + " sizes must be equal, or one of them 1");
      }
      dims[dims.length - axis] = a == 1 ? b : a;
    }
    return Shape.of(dims);
  }

  /** Returns the shape that all stretch to. */
  public Shape output() {
    return output;
  }

  /** Returns how each of the shapes stretches. */
  public List<Stretch> stretches() {
    return stretches;
  }

  /** Returns the stretch of the output to itself: of what has its shape already, as a gradient. */
  public Stretch whole() {
    return Stretch.of(output, output);
  }
}
