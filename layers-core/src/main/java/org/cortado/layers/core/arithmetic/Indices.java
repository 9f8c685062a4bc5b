package org.cortado.layers.core.arithmetic;

import java.nio.FloatBuffer;
import java.util.Arrays;
import org.cortado.api.DataException;
import org.cortado.api.blob.Shape;
import org.cortado.api.blob.Tensor;

/** The rows that a bottom names, and for each row the places that name it. */
final class Indices {

  private final int limit;
  private int[] begins = {};
  private int[] indices = {};
  private int[] places = {};
  private int count;

  /** Makes one for indices from 0 to {@code limit - 1}. */
  Indices(int limit) {
    this.limit = limit;
  }

  /** Says how many there will be. */
  void reshape(int howMany) {
    count = howMany;
  }

  /**
   * Reads the indices.
   *
   * @throws DataException if one is not a whole number in range
   */
  void read(Tensor tensor) {
    if (indices.length != count) {
      indices = new int[count];
      places = new int[count];
    }
    FloatBuffer values = tensor.read();
    for (int place = 0; place < indices.length; place++) {
      indices[place] = index(values.get(place), place, tensor.shape());
    }
  }

  private int index(float value, int place, Shape shape) {
    if (!(value >= 0 && value < limit && value == (int) value)) {
      throw new DataException(
          "index %s at %s of the bottom %s must be a whole number from 0 to %d"
              .formatted(text(value), coordinates(place, shape), shape, limit - 1));
    }
    return (int) value;
  }

  private static String text(float value) {
    return value == (int) value ? String.valueOf((int) value) : String.valueOf(value);
  }

  private static String coordinates(int place, Shape shape) {
    int[] coordinates = new int[shape.axes()];
    int rest = place;
    for (int axis = shape.axes() - 1; axis >= 0; axis--) {
      coordinates[axis] = rest % shape.dim(axis);
      rest /= shape.dim(axis);
    }
    return Arrays.toString(coordinates);
  }

  /** Returns the index at a place. */
  int at(int place) {
    return indices[place];
  }

  /** Returns the number that all indices are less than. */
  int limit() {
    return limit;
  }

  /** Returns how many there are. */
  int count() {
    return count;
  }

  /** Lists the places of each index, in their order. */
  void group() {
    begins = begins.length == 0 ? new int[limit + 1] : begins;
    Arrays.fill(begins, 0);
    for (int index : indices) {
      begins[index]++;
    }
    int end = 0;
    for (int index = 0; index < limit; index++) {
      end += begins[index];
      begins[index] = end;
    }
    begins[limit] = end;
    for (int place = indices.length - 1; place >= 0; place--) {
      places[--begins[indices[place]]] = place;
    }
  }

  /** Returns where in the list the places of an index begin; those of the next follow. */
  int begin(int index) {
    return begins[index];
  }

  /** Returns an entry of the list. */
  int place(int entry) {
    return places[entry];
  }
}
