package org.cortado.engine.definition;

import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;

/** How names and values look in files and messages. */
public final class Words {

  private static final int LONGEST = 60;
  private static final int MOST_LISTED = 40;

  private Words() {}

  /** Returns {@code kernel_size} for {@code kernelSize}, and {@code l2_norm} for {@code l2Norm}. */
  public static String snakeCase(String camelCase) {
    return camelCase.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
  }

  /**
   * Returns what things of an interface are called: {@code learning rate policy} for {@code
   * LearningRatePolicy}, {@code training listener} for {@code TrainingListener.Options}.
   */
  public static String kind(Class<?> type) {
    Class<?> outer = type.getDeclaringClass();
    boolean isTheirs = outer != null && type.getSimpleName().equals("Options");
    return spaced((isTheirs ? outer : type).getSimpleName());
  }

  /** Returns {@code learning rate policy} for {@code LearningRatePolicy}. */
  static String spaced(String camelCase) {
    return snakeCase(camelCase).replace('_', ' ');
  }

  /** Returns the word by which files call a constant: {@code fan_in} for {@code FAN_IN}. */
  public static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /** Returns text in quotes, on one line and cut where it is long. */
  public static String quoted(String text) {
    return "'" + plain(text) + "'";
  }

  /** Returns text on one line and cut where it is long. */
  static String plain(String text) {
    String line =
        text.codePoints().limit(LONGEST).mapToObj(Words::printable).collect(Collectors.joining());
    return text.codePointCount(0, text.length()) > LONGEST ? line + "…" : line;
  }

  private static String printable(int character) {
    return switch (character) {
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      default ->
          Character.isISOControl(character)
              ? String.format(Locale.ROOT, "\\u%04x", character)
              : Character.toString(character);
    };
  }

  /** Returns {@code a, b, c}. */
  public static String listed(Collection<String> words) {
    String all =
        words.stream().limit(MOST_LISTED).map(Words::plain).collect(Collectors.joining(", "));
    int more = words.size() - MOST_LISTED;
    return more > 0 ? all + " and " + more + " more" : all;
  }
}
