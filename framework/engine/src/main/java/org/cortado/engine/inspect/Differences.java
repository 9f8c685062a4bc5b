package org.cortado.engine.inspect;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import org.cortado.api.blob.Shape;
import org.cortado.api.blob.Tensor;

/** Goes over two tensors of one shape and sums up what differs. */
final class Differences {

  private final Shape shape;
  private final FloatBuffer before;
  private final FloatBuffer after;
  private double squaresBefore;
  private double squaresAfter;
  private double squaresOfChange;
  private long differing;
  private double largest = -1;
  private int place;

  Differences(Tensor before, Tensor after) {
    shape = before.shape();
    this.before = before.read();
    this.after = after.read();
    for (int i = 0; i < shape.count(); i++) {
      add(i, this.before.get(i), this.after.get(i));
    }
  }

  private void add(int index, double one, double other) {
    squaresBefore += one * one;
    squaresAfter += other * other;
    if (one != other && !(Double.isNaN(one) && Double.isNaN(other))) {
      squaresOfChange += (other - one) * (other - one);
      differing++;
      double change = Math.abs(other - one);
      noteLargest(index, Double.isNaN(change) ? Double.POSITIVE_INFINITY : change);
    }
  }

  private void noteLargest(int index, double change) {
    if (change > largest) {
      largest = change;
      place = index;
    }
  }

  BlobDiff named(String name) {
    return new BlobDiff(
        name,
        shape,
        Math.sqrt(squaresBefore),
        Math.sqrt(squaresAfter),
        Math.sqrt(squaresOfChange),
        differing,
        differing == 0 ? BlobDiff.Place.NONE : largestPlace());
  }

  private BlobDiff.Place largestPlace() {
    List<Integer> index = new ArrayList<>();
    for (int axis = 0; axis < shape.axes(); axis++) {
      index.add(place / shape.count(axis + 1) % shape.dim(axis));
    }
    return new BlobDiff.Place(index, before.get(place), after.get(place));
  }
}
