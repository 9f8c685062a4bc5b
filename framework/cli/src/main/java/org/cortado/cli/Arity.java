package org.cortado.cli;

import org.cortado.api.LayerType;

/**
 * How many bottoms, or tops, a layer takes.
 *
 * @param least at least so many
 * @param most at most so many; {@link LayerType#ANY} for no limit
 */
record Arity(int least, int most) {

  /** Returns both in brief: {@code 2 → 1}. */
  static String arrow(LayerType type) {
    return ofBottoms(type).brief() + " → " + ofTops(type).brief();
  }

  /** Returns that of the bottoms. */
  static Arity ofBottoms(LayerType type) {
    return of(type.bottoms(), type.maxBottoms());
  }

  /** Returns that of the tops. */
  static Arity ofTops(LayerType type) {
    return of(type.tops(), type.maxTops());
  }

  private static Arity of(int least, int most) {
    return new Arity(least, most == LayerType.SAME ? least : most);
  }

  /** Returns {@code 2}, {@code 1-3} or {@code 1+}. */
  String brief() {
    if (most == LayerType.ANY) {
      return least + "+";
    }
    return least == most ? String.valueOf(least) : least + "-" + most;
  }

  /** Returns {@code 2}, {@code 1 to 3} or {@code 1 or more}. */
  String words() {
    if (most == LayerType.ANY) {
      return least == 0 ? "any number" : least + " or more";
    }
    return least == most ? String.valueOf(least) : least + " to " + most;
  }

  /** Returns whether a layer may have so many. */
  boolean includes(int number) {
    return number >= least && number <= most;
  }
}
