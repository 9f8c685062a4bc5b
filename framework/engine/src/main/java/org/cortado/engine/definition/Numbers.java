package org.cortado.engine.definition;

import java.util.Locale;
import java.util.Optional;

/** Turns the numbers of YAML's core schema into Java's, and back into words. */
final class Numbers {

  private static final int HEXADECIMAL = 16;
  private static final int OCTAL = 8;

  private Numbers() {}

  /** Returns a whole number, unless a {@code long} is too small for it. */
  static Optional<Long> whole(String text) {
    try {
      return Optional.of(parseWhole(text));
    } catch (NumberFormatException tooLarge) {
      return Optional.empty();
    }
  }

  private static long parseWhole(String text) {
    if (text.startsWith("0x")) {
      return Long.parseLong(text.substring(2), HEXADECIMAL);
    }
    if (text.startsWith("0o")) {
      return Long.parseLong(text.substring(2), OCTAL);
    }
    return Long.parseLong(text);
  }

  /** Returns any number; an infinite one where a {@code double} is too small for it. */
  static double real(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    if (lower.endsWith(".nan")) {
      return Double.NaN;
    }
    if (lower.endsWith(".inf")) {
      return lower.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }
    if (lower.startsWith("0x") || lower.startsWith("0o")) {
      return whole(text).map(Long::doubleValue).orElse(Double.POSITIVE_INFINITY);
    }
    return Double.parseDouble(lower);
  }

  /** Returns whether a number is neither infinite nor NaN by its text. */
  static boolean isFinite(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return !lower.endsWith(".inf") && !lower.endsWith(".nan");
  }

  /** Returns a number without a needless {@code .0}. */
  static String words(double number) {
    boolean whole = number == Math.rint(number) && Math.abs(number) < 1e15;
    return whole ? Long.toString((long) number) : Double.toString(number);
  }
}
