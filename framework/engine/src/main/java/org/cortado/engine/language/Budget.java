package org.cortado.engine.language;

import org.cortado.engine.definition.Place;
import org.cortado.engine.definition.Problems;

/** Holds what a file may grow to: a few lines of blocks and variables can be billions of values. */
final class Budget {

  /** How many keys and values expanding a file may come across. */
  private static final int MOST = 150_000;

  private static final long MOST_CHARACTERS = 30_000_000;
  private static final int DEEPEST = 100;

  private final Problems problems;
  private int left = MOST;
  private long charactersLeft = MOST_CHARACTERS;

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
      problems.add(place, "expanding the net meets more than " + MOST + " keys and values");
    }
    if (left < 0 || problems.isFull()) {
      throw new SpentException();
    }
  }

  /**
   * Takes a text.
   *
   * @throws SpentException if there are too many, or all of them together are too long
   */
  void take(Place place, String text) {
    take(place);
    charactersLeft -= text.length();
    if (charactersLeft < 0) {
      problems.add(
          place, "the texts of the net have more than " + MOST_CHARACTERS + " characters together");
      throw new SpentException();
    }
  }

  /**
   * Takes a value that stands so deep in a variable.
   *
   * @throws SpentException if there are too many, or it stands too deep
   */
  void take(Place place, int depth) {
    take(place);
    if (depth > DEEPEST) {
      problems.add(place, "lists and maps stand more than " + DEEPEST + " deep in one another");
      throw new SpentException();
    }
  }
}
