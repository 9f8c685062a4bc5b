package org.cortado.layers.loss;

import java.util.List;
import org.cortado.api.InvalidLayerException;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Shape;

/** What losses demand that compare two bottoms element by element. */
final class Pairs {

  private Pairs() {}

  /**
   * Returns the number of items of bottoms 0 and 1, the size of the first axis; a scalar is one.
   *
   * @throws InvalidLayerException if they differ in items or elements
   */
  static int items(List<Blob> bottom) {
    Shape first = bottom.get(0).shape();
    Shape second = bottom.get(1).shape();
    if (first.count() != second.count() || items(first) != items(second)) {
      throw new InvalidLayerException(
          "both bottoms must have the same items and elements, but are "
              + first
              + " and "
              + second);
    }
    return items(first);
  }

  private static int items(Shape shape) {
    return shape.axes() == 0 ? 1 : shape.dim(0);
  }
}
