package org.cortado.layers.loss;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Optional;
import org.cortado.api.DataException;
import org.cortado.api.backend.BlockedSum;
import org.cortado.api.backend.Parallel;
import org.cortado.api.blob.Buffers;
import org.cortado.api.blob.Shape;
import org.cortado.api.blob.Tensor;

/** The labels of a batch, checked and kept as whole numbers from forward to backward. */
final class Labels {

  /** Stands for a label that is to be ignored. */
  static final int IGNORED = -1;

  private static final int WRONG = -2;
  private static final int[] NONE = {};

  private final boolean ignores;
  private final float ignored;
  private final BlockedSum reading;
  private FloatBuffer values = Buffers.EMPTY;
  private int[] labels = NONE;
  private int count;
  private int classes;
  private int counted;

  Labels(Optional<Integer> ignoreLabel, Parallel parallel) {
    ignores = ignoreLabel.isPresent();
    ignored = ignoreLabel.orElse(0);
    reading = new BlockedSum(parallel, this::read);
  }

  /** Says how many there are; the first batch of that many makes room for them. */
  void reshape(int changed) {
    count = changed;
    reading.reshape(count, 1);
  }

  /**
   * Reads the labels.
   *
   * @throws DataException if one is neither ignored nor a whole number from 0 to {@code classes -
   *     1}
   */
  void read(Tensor tensor, int classes) {
    this.classes = classes;
    values = tensor.read();
    labels = labels.length == count ? labels : new int[count];
    double sum = reading.take();
    if (Double.isNaN(sum)) {
      throw refusal(tensor.shape());
    }
    counted = (int) sum;
  }

  /** Returns how many are not ignored, NaN if one is wrong. */
  private double read(int worker, int from, int to) {
    double count = 0;
    for (int i = from; i < to; i++) {
      int label = label(values.get(i));
      labels[i] = label;
      if (label != IGNORED) {
        count += label == WRONG ? Double.NaN : 1;
      }
    }
    return count;
  }

  private int label(float value) {
    if (ignores && value == ignored) {
      return IGNORED;
    }
    return value >= 0 && value < classes && value == (int) value ? (int) value : WRONG;
  }

  private DataException refusal(Shape shape) {
    int first = 0;
    while (labels[first] != WRONG) {
      first++;
    }
    return new DataException(
        "label %s at %s of %s must be a whole number from 0 to %d"
            .formatted(text(values.get(first)), coordinates(first, shape), shape, classes - 1));
  }

  /** Returns a label as a person would write it. */
  static String text(float value) {
    return value == (int) value ? String.valueOf((int) value) : String.valueOf(value);
  }

  /** Returns where an element is: {@code [1, 0]}. */
  static String coordinates(int index, Shape shape) {
    int[] coordinates = new int[shape.axes()];
    for (int axis = shape.axes() - 1, rest = index; axis >= 0; axis--) {
      coordinates[axis] = rest % shape.dim(axis);
      rest /= shape.dim(axis);
    }
    return Arrays.toString(coordinates);
  }

  /** Returns the label of a position, or {@link #IGNORED}. */
  int at(int position) {
    return labels[position];
  }

  /** Returns how many labels there are, the ignored ones included. */
  int count() {
    return count;
  }

  /** Returns how many labels are not ignored. */
  int counted() {
    return counted;
  }
}
