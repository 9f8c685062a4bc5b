package org.cortado.api;

/** What the sum of a loss over its elements is divided by; 1 where that would be 0. */
public enum LossScale {
  /** The items of the batch, which the first axis counts. */
  PER_ITEM,
  /** All elements. */
  PER_ELEMENT,
  /** Nothing. */
  SUM;

  /** Returns the divisor. */
  double divisor(int items, int elements) {
    return switch (this) {
      case PER_ITEM -> Math.max(1, items);
      case PER_ELEMENT -> Math.max(1, elements);
      case SUM -> 1;
    };
  }
}
