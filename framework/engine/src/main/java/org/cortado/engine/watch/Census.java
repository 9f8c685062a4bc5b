package org.cortado.engine.watch;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import org.cortado.api.blob.Shape;
import org.cortado.api.blob.Tensor;

/**
 * What a look at all values of a tensor came to.
 *
 * @param shape the tensor's
 * @param wrong how many values are NaN or infinite
 * @param first where the first of them is, counted row by row; -1 for nowhere
 * @param value what stands there; 0 where nothing is wrong
 * @param min the least of the finite values; NaN if there is none
 * @param max the greatest of them
 * @param mean of them
 */
public record Census(
    Shape shape, int wrong, int first, float value, double min, double max, double mean) {

  /** Counts the values of a tensor. */
  public static Census of(Tensor tensor) {
    FloatBuffer values = tensor.read();
    int wrong = 0;
    int first = -1;
    double min = Double.POSITIVE_INFINITY;
    double max = Double.NEGATIVE_INFINITY;
    double sum = 0;
    int count = tensor.count();
    for (int i = 0; i < count; i++) {
      float value = values.get(i);
      if (Float.isFinite(value)) {
        min = Math.min(min, value);
        max = Math.max(max, value);
        sum += value;
      } else {
        first = wrong++ == 0 ? i : first;
      }
    }
    float value = first < 0 ? 0 : values.get(first);
    boolean none = wrong == count;
    return new Census(
        tensor.shape(),
        wrong,
        first,
        value,
        none ? Double.NaN : min,
        none ? Double.NaN : max,
        sum / (count - wrong));
  }

  /** Returns whether no value is NaN or infinite. */
  public boolean isFinite() {
    return wrong == 0;
  }

  /** Returns the coordinates of the first value that isn't finite, one for each axis. */
  public List<Integer> index() {
    List<Integer> index = new ArrayList<>();
    int rest = first;
    for (int axis = shape.axes() - 1; axis >= 0; axis--) {
      index.add(0, rest % shape.dim(axis));
      rest /= shape.dim(axis);
    }
    return index;
  }

  /** Returns {@code NaN at [3, 0, 2, 1] of [64x20x24x24]}; for tensors that aren't finite. */
  String place() {
    return value + " at " + index() + " of " + shape;
  }

  /** Returns {@code all finite, from -1 to 1} or what isn't. */
  String words() {
    return isFinite() ? "finite, " + range() : "not: " + place() + ", " + share();
  }

  /** Returns {@code 3 of 64 aren't finite, all else is from 0 to 1}. */
  String share() {
    String some = wrong + " of " + shape.count() + (wrong == 1 ? " isn't" : " aren't") + " finite";
    return wrong == shape.count() ? some : some + ", all else is " + range();
  }

  private String range() {
    return min == max ? Figure.of(min) : "from " + Figure.of(min) + " to " + Figure.of(max);
  }
}
