package org.cortado.layers.loss;

import java.nio.FloatBuffer;
import java.util.Optional;
import org.cortado.api.DataException;
import org.cortado.api.blob.Shape;
import org.cortado.api.blob.Tensor;

/** The labels of a batch, checked and kept as whole numbers from forward to backward. */
final class Labels {

  /** Stands for a label that is to be ignored. */
  static final int IGNORED = -1;

  private static final int[] NONE = {};

  private final Optional<Integer> ignoreLabel;
  private int[] labels = NONE;
  private int counted;

  Labels(Optional<Integer> ignoreLabel) {
    this.ignoreLabel = ignoreLabel;
  }

  /** Makes room, in reshape, for that in the sweep nothing is allocated. */
  void reshape(int count) {
    labels = labels.length == count ? labels : new int[count];
  }

  /**
   * Reads the labels.
   *
   * @throws DataException if one is neither ignored nor a whole number from 0 to {@code classes -
   *     1}
   */
  void read(Tensor tensor, int classes) {
    FloatBuffer values = tensor.read();
    counted = 0;
    for (int i = 0; i < labels.length; i++) {
      labels[i] = label(values.get(i), i, tensor.shape(), classes);
      counted += labels[i] == IGNORED ? 0 : 1;
    }
  }

  private int label(float value, int index, Shape shape, int classes) {
    if (ignoreLabel.isPresent() && ignoreLabel.get() == value) {
      return IGNORED;
    }
    if (!(value >= 0 && value < classes && value == (int) value)) {
      throw new DataException(
          "label %s at %s of %s must be a whole number from 0 to %d"
              .formatted(text(value), coordinates(index, shape), shape, classes - 1));
    }
    return (int) value;
  }

  private static String text(float value) {
    return value == (int) value ? String.valueOf((int) value) : String.valueOf(value);
  }

  private static String coordinates(int index, Shape shape) {
    Integer[] coordinates = new Integer[shape.axes()];
    for (int axis = shape.axes() - 1, rest = index; axis >= 0; axis--) {
      coordinates[axis] = rest % shape.dim(axis);
      rest /= shape.dim(axis);
    }
    return java.util.Arrays.toString(coordinates);
  }

  /** Returns the label of a position, or {@link #IGNORED}. */
  int at(int position) {
    return labels[position];
  }

  /** Returns how many labels there are, the ignored ones included. */
  int count() {
    return labels.length;
  }

  /** Returns how many labels are not ignored. */
  int counted() {
    return counted;
  }
}
