package org.cortado.drawing;

import java.util.stream.Collectors;
import org.cortado.api.blob.Shape;

/** Shapes as pictures show them. */
final class ShapeText {

  private ShapeText() {}

  /** Returns {@code [64 × 1 × 28 × 28]}, or {@code scalar}. */
  static String of(Shape shape) {
    return shape.axes() == 0
        ? "scalar"
        : shape.dims().stream().map(String::valueOf).collect(Collectors.joining(" × ", "[", "]"));
  }
}
