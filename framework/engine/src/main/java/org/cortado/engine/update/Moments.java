package org.cortado.engine.update;

import java.util.List;

/**
 * Moving means of gradients and of their squares, which begin at 0, and what that bias is worth.
 *
 * @param momentum how much of the mean is kept in a step
 * @param momentum2 how much of the mean square is kept in a step
 */
record Moments(double momentum, double momentum2) {

  static final List<String> HISTORIES = List.of("mean", "square");

  /** Returns what part of a mean of equal gradients is there after a step: {@code 1 − β₁ᵗ}. */
  double mean(long step) {
    return 1 - StrictMath.pow(momentum, (double) step);
  }

  /** Returns the root of what part of a mean square is there after a step: {@code √(1 − β₂ᵗ)}. */
  double squareRoot(long step) {
    return Math.sqrt(1 - StrictMath.pow(momentum2, (double) step));
  }
}
