package org.cortado.layers.loss;

import java.util.Optional;
import org.cortado.api.InvalidLayerException;
import org.cortado.api.LossScale;

/**
 * What a sum over positions is divided by; 1 where that would be 0, so that a batch without labels
 * has the loss 0.
 *
 * <p>Weights change the sum, and the divisor in {@link #WEIGHTS} alone: as in Caffe, {@link #VALID}
 * counts positions, those of weight 0 included. The mean that Torch takes of weighted losses is
 * {@code weights}.
 */
public enum Normalization {
  /** All positions, those with an ignored label included. */
  FULL,
  /** The positions whose label is not ignored, whatever their weights. */
  VALID,
  /** The items of the batch. */
  BATCH_SIZE,
  /**
   * The sum of the sizes of the weights of the positions whose label is not ignored: the weight of
   * the label's class times that of the position.
   */
  WEIGHTS,
  /** Nothing. */
  NONE;

  /**
   * Returns what the options of a layer say.
   *
   * @param normalization the option of this name
   * @param normalize Caffe's old option: true for {@link #VALID}, false for {@link #BATCH_SIZE}
   * @param otherwise what is meant when neither is given
   */
  static Normalization of(
      Optional<Normalization> normalization, Optional<Boolean> normalize, Normalization otherwise) {
    if (normalization.isPresent() && normalize.isPresent()) {
      throw new InvalidLayerException(
          "normalize is an old way to say normalization, so one of them must be left out");
    }
    return normalization.orElse(normalize.map(Normalization::ofOld).orElse(otherwise));
  }

  private static Normalization ofOld(boolean normalize) {
    return normalize ? VALID : BATCH_SIZE;
  }

  /** Returns what this means for a loss without labels, all of whose elements are valid. */
  LossScale scale() {
    return switch (this) {
      case FULL, VALID, WEIGHTS -> LossScale.PER_ELEMENT;
      case BATCH_SIZE -> LossScale.PER_ITEM;
      case NONE -> LossScale.SUM;
    };
  }

  /**
   * Returns the divisor.
   *
   * @param positions how many positions there are
   * @param valid how many of them have a label that is not ignored
   * @param items how many items the batch has
   * @param weights the sum of the sizes of the weights
   */
  double divisor(int positions, int valid, int items, double weights) {
    double divisor =
        switch (this) {
          case FULL -> positions;
          case VALID -> valid;
          case BATCH_SIZE -> items;
          case WEIGHTS -> weights;
          case NONE -> 1;
        };
    return divisor == 0 ? 1 : divisor;
  }
}
