package org.cortado.engine.definition;

import java.util.Locale;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * Looks over a text before it is parsed, for what the parser could not take or not take in time.
 *
 * <p>SnakeYAML's time grows with the square of a line's length: a line of 10 MB takes a minute.
 */
final class TextScan {

  /** How many characters a line may have. */
  static final int LONGEST_LINE = 20_000;

  /** How many lines a text may have. */
  static final int MOST_LINES = 200_000;

  private final Placing placing;
  private final Problems problems;
  private int line = 1;
  private int column = 1;

  TextScan(Placing placing, Problems problems) {
    this.placing = placing;
    this.problems = problems;
  }

  /** Returns whether a text can be parsed; reports what is in the way. */
  boolean accepts(String text) {
    for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
      if (!accepts(text.codePointAt(at))) {
        return false;
      }
    }
    return true;
  }

  private boolean accepts(int character) {
    if (!StreamReader.isPrintable(character)) {
      return refuse(String.format(Locale.ROOT, "the character U+%04X is not allowed", character));
    }
    column = character == '\n' ? 1 : column + 1;
    line = character == '\n' ? line + 1 : line;
    if (column > LONGEST_LINE) {
      return refuse("the line has more than " + LONGEST_LINE + " characters");
    }
    return line <= MOST_LINES || refuse("the file has more than " + MOST_LINES + " lines");
  }

  private boolean refuse(String message) {
    problems.add(placing.at(line, column), message);
    return false;
  }
}
