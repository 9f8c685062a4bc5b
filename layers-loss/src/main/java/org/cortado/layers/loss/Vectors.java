package org.cortado.layers.loss;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import org.cortado.api.Bottoms;
import org.cortado.api.InvalidLayerException;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Buffers;
import org.cortado.api.blob.Shape;

/** The vectors that the first bottoms of a loss hold, one for each item. */
final class Vectors {

  private final FloatBuffer[] x;
  private int items;
  private int size;

  /**
   * Makes some.
   *
   * @param bottoms how many bottoms hold vectors
   */
  Vectors(int bottoms) {
    x = new FloatBuffer[bottoms];
    Arrays.fill(x, Buffers.EMPTY);
  }

  /** Demands vectors of one shape. */
  void reshape(List<Blob> bottom) {
    Bottoms.requireEqual(bottom.subList(0, x.length));
    Shape shape = bottom.get(0).shape();
    if (shape.axes() == 0) {
      throw new InvalidLayerException("the bottoms must have at least one axis, but are " + shape);
    }
    items = shape.dim(0);
    size = shape.count(1);
  }

  /** Looks at the vectors of a batch. */
  void read(List<Blob> bottom) {
    for (int i = 0; i < x.length; i++) {
      x[i] = bottom.get(i).data().read();
    }
  }

  /** Returns how many bottoms hold vectors. */
  int bottoms() {
    return x.length;
  }

  /** Returns how many vectors each of them holds. */
  int items() {
    return items;
  }

  /** Returns how many elements a vector has. */
  int size() {
    return size;
  }

  /** Returns where the vectors of an item begin. */
  int first(int item) {
    return item * size;
  }

  /** Returns an element of a bottom. */
  double at(int bottom, int element) {
    return x[bottom].get(element);
  }

  /** Returns {@code a − b} for one element. */
  double difference(int a, int b, int element) {
    return at(a, element) - at(b, element);
  }

  /** Returns the product of two vectors of an item. */
  double product(int a, int b, int item) {
    double sum = 0;
    for (int i = first(item); i < first(item + 1); i++) {
      sum += at(a, i) * at(b, i);
    }
    return sum;
  }

  /** Returns the square of the distance of two vectors of an item. */
  double squaredDistance(int a, int b, int item) {
    double sum = 0;
    for (int i = first(item); i < first(item + 1); i++) {
      double difference = difference(a, b, i);
      sum += difference * difference;
    }
    return sum;
  }
}
