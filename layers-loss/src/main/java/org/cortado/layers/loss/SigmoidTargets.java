package org.cortado.layers.loss;

import java.nio.FloatBuffer;
import java.util.Optional;
import org.cortado.api.DataException;
import org.cortado.api.backend.BlockedSum;
import org.cortado.api.backend.Parallel;
import org.cortado.api.blob.Buffers;
import org.cortado.api.blob.Shape;
import org.cortado.api.blob.Tensor;

/** The targets of a batch, each from 0 to 1 or to be ignored. */
final class SigmoidTargets {

  /** 255 times the 0.00392157 that files say for 1/255 is a little more than 1. */
  private static final float ROUNDING = 1e-5f;

  private final boolean ignores;
  private final int ignored;
  private final double smoothing;
  private final BlockedSum checking;
  private FloatBuffer values = Buffers.EMPTY;
  private int counted;

  SigmoidTargets(Optional<Integer> ignoreLabel, double smoothing, Parallel parallel) {
    ignores = ignoreLabel.isPresent();
    ignored = ignoreLabel.orElse(0);
    this.smoothing = smoothing;
    checking = new BlockedSum(parallel, this::check);
  }

  void reshape(int count) {
    checking.reshape(count, 1);
  }

  /**
   * Checks and counts the targets of a batch.
   *
   * @throws DataException if one is neither ignored nor from 0 to 1
   */
  void read(Tensor tensor) {
    look(tensor);
    double sum = checking.take();
    if (Double.isNaN(sum)) {
      throw refusal(tensor.shape());
    }
    counted = (int) sum;
  }

  /** Looks at targets that have been checked. */
  void look(Tensor tensor) {
    values = tensor.read();
  }

  private double check(int worker, int from, int to) {
    double count = 0;
    for (int i = from; i < to; i++) {
      if (!isIgnored(i)) {
        count += isRight(i) ? 1 : Double.NaN;
      }
    }
    return count;
  }

  private boolean isRight(int element) {
    return values.get(element) >= -ROUNDING && values.get(element) <= 1 + ROUNDING;
  }

  private DataException refusal(Shape shape) {
    int first = 0;
    while (isIgnored(first) || isRight(first)) {
      first++;
    }
    return new DataException(
        "target %s at %s of %s must be from 0 to 1"
            .formatted(Labels.text(values.get(first)), Labels.coordinates(first, shape), shape));
  }

  /** Returns whether an element counts for nothing. */
  boolean isIgnored(int element) {
    float value = values.get(element);
    return ignores && !Float.isNaN(value) && (int) value == ignored;
  }

  /** Returns the target of an element, smoothed. */
  double at(int element) {
    return (1 - smoothing) * values.get(element) + smoothing / 2;
  }

  /** Returns how many are not ignored. */
  int counted() {
    return counted;
  }
}
