package org.cortado.layers.core.shape;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import org.cortado.api.DataException;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Shape;

/** Whole numbers that a bottom holds as floats. */
final class Indices {

  private Indices() {}

  /**
   * Writes the indices that a bottom holds.
   *
   * @param size what each must be less than
   * @param to as long as the bottom counts
   * @throws DataException if one of them is no index, with its place
   */
  static void read(Blob bottom, int size, int[] to) {
    FloatBuffer values = bottom.data().read();
    for (int i = 0; i < to.length; i++) {
      float value = values.get(i);
      int index = (int) value;
      if (index < 0 || index >= size || index != value) {
        String right =
            size == 0
                ? "there is nothing to choose from"
                : "indices must be whole numbers from 0 to " + (size - 1);
        throw new DataException(
            "bottom 1 has the index %s at %s, but %s"
                .formatted(value, place(i, bottom.shape()), right));
      }
      to[i] = index;
    }
  }

  private static List<Integer> place(int element, Shape shape) {
    List<Integer> place = new ArrayList<>();
    for (int axis = 0; axis < shape.axes(); axis++) {
      place.add(element / shape.count(axis + 1) % shape.dim(axis));
    }
    return place;
  }
}
