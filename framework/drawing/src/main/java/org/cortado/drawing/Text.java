package org.cortado.drawing;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/**
 * Lines of text, one below the other.
 *
 * @param lines from the top
 */
record Text(List<Line> lines) {

  static final Text NONE = new Text(List.of());

  /**
   * A line of text.
   *
   * @param words what it says
   * @param style how it looks
   */
  record Line(String words, TextStyle style) {

    double width() {
      return style.width(words);
    }
  }

  /** Copies the list. */
  Text {
    lines = List.copyOf(lines);
  }

  static Text of(TextStyle style, List<String> lines) {
    return new Text(lines.stream().map(line -> new Line(line, style)).toList());
  }

  static Text of(TextStyle style, String... lines) {
    return of(style, Arrays.asList(lines));
  }

  /** Returns this text and another below it. */
  Text above(Text other) {
    return new Text(Stream.concat(lines.stream(), other.lines.stream()).toList());
  }

  /** Returns this text and another below it, each filled up to be half of the height. */
  Text halvedBy(Text other) {
    int lines = Math.max(lines().size(), other.lines.size());
    return blank(lines - lines().size())
        .above(this)
        .above(other)
        .above(blank(lines - other.lines.size()));
  }

  private static Text blank(int lines) {
    return of(TextStyle.VALUE, Collections.nCopies(lines, ""));
  }

  boolean isEmpty() {
    return lines.isEmpty();
  }

  double width() {
    return lines.stream().mapToDouble(Line::width).max().orElse(0);
  }

  double height() {
    return lines.stream().mapToDouble(line -> line.style().height()).sum();
  }
}
