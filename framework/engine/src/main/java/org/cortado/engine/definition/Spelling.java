package org.cortado.engine.definition;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.DamerauLevenshteinDistance;

/** Guesses which right name a wrong one was meant to be. */
public final class Spelling {

  private static final int LONGEST = 100;
  private static final int SHORT = 4;

  private Spelling() {}

  /** Returns {@code "; did you mean 'right'?"}, or nothing where no right name is near. */
  public static String suggestion(String wrong, Collection<String> right) {
    return nearest(wrong, right).map(near -> "; did you mean '" + near + "'?").orElse("");
  }

  /**
   * Returns the right name that is nearest to a wrong one, if any is near.
   *
   * <p>Names that differ in case or punctuation alone come first, then those that need the fewest
   * letters inserted, left out, replaced or swapped, then one that the wrong name begins.
   */
  public static Optional<String> nearest(String wrong, Collection<String> right) {
    if (wrong.isBlank() || wrong.length() > LONGEST) {
      return Optional.empty();
    }
    return alike(wrong, right).or(() -> closest(wrong, right)).or(() -> completion(wrong, right));
  }

  private static Optional<String> alike(String wrong, Collection<String> right) {
    String letters = letters(wrong);
    return right.stream()
        .filter(name -> !letters.isEmpty() && letters(name).equals(letters))
        .findFirst();
  }

  private static String letters(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[-_ .]", "");
  }

  private static Optional<String> closest(String wrong, Collection<String> right) {
    int limit = wrong.length() <= SHORT ? 1 : Math.max(2, wrong.length() / 3);
    DamerauLevenshteinDistance distance = new DamerauLevenshteinDistance(limit);
    String nearest = "";
    int least = limit + 1;
    for (String name : right) {
      int edits = distance.apply(wrong, name);
      if (edits >= 0 && edits < least && edits < name.length()) {
        least = edits;
        nearest = name;
      }
    }
    return Optional.of(nearest).filter(name -> !name.isEmpty());
  }

  private static Optional<String> completion(String wrong, Collection<String> right) {
    return right.stream()
        .filter(name -> wrong.length() > 2 && name.startsWith(wrong + "_"))
        .findFirst();
  }
}
