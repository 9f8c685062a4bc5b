package org.cortado.engine.language;

import org.cortado.engine.definition.Place;
import org.cortado.engine.definition.Problems;

/** Holds what a file may grow to: a few lines of blocks and variables can be billions of values. */
final class Budget {

  /** How many keys and values all layers together may have. */
  static final int MOST = 300_000;

  private final Problems problems;
  private int left = MOST;

  /** Says that expanding on is of no use. */
  static final class SpentException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  Budget(Problems problems) {
    this.problems = problems;
  }

  /**
   * Takes one key or value.
   *
   * @throws SpentException if that is one too many, or there are too many problems
   */
  void take(Place place) {
    left--;
    if (left < 0) {
      problems.add(place, "the net comes to more than " + MOST + " keys and values from here on");
    }
    if (left < 0 || problems.isFull()) {
      throw new SpentException();
    }
  }
}
