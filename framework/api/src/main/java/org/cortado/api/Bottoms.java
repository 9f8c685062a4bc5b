package org.cortado.api;

import java.util.List;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Shape;

/** What layers demand of the shapes of their bottoms. */
public final class Bottoms {

  private Bottoms() {}

  /**
   * Returns the axis that an option means, counted from 0.
   *
   * @throws InvalidLayerException if the shape has no such axis
   */
  public static int axis(String option, int axis, Shape shape) {
    if (axis < -shape.axes() || axis >= shape.axes()) {
      throw new InvalidLayerException(
          "%s is %d, but the bottom %s has %d axes".formatted(option, axis, shape, shape.axes()));
    }
    return shape.canonicalAxis(axis);
  }

  /**
   * Demands that all bottoms have one shape.
   *
   * @throws InvalidLayerException if one of them differs from the first
   */
  public static void requireEqual(List<Blob> bottom) {
    Shape first = bottom.get(0).shape();
    for (int i = 1; i < bottom.size(); i++) {
      if (!bottom.get(i).shape().equals(first)) {
        throw new InvalidLayerException(
            "bottom %d has the shape %s, but must have that of bottom 0, %s"
                .formatted(i, bottom.get(i).shape(), first));
      }
    }
  }

  /**
   * Returns the number of items of bottoms 0 and 1, the size of the first axis; a scalar is one.
   *
   * @throws InvalidLayerException if they differ in items or elements
   */
  public static int requireSameItems(List<Blob> bottom) {
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
