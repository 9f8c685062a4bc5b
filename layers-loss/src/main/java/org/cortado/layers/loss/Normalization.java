package org.cortado.layers.loss;

/** What a sum over labels is divided by; at least 1, so that a batch without labels has loss 0. */
public enum Normalization {
  /** All positions, those with an ignored label included. */
  FULL,
  /** The positions whose label is not ignored. */
  VALID,
  /** The items of the batch. */
  BATCH_SIZE,
  /** Nothing. */
  NONE;

  double divisor(ClassAxis scores, Labels labels) {
    int count =
        switch (this) {
          case FULL -> scores.positions();
          case VALID -> labels.counted();
          case BATCH_SIZE -> scores.outer();
          case NONE -> 1;
        };
    return Math.max(1, count);
  }
}
