package org.cortado.cli;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes a page of Markdown. */
final class MarkdownPage {

  private final Consumer<String> lines;

  /**
   * Makes one.
   *
   * @param lines takes the page, line by line
   */
  MarkdownPage(Consumer<String> lines) {
    this.lines = lines;
  }

  /** Writes lines as they are. */
  void say(String... text) {
    Stream.of(text).forEach(lines);
  }

  /** Writes a table, apart from what is before it. */
  void table(List<String> head, List<List<String>> rows) {
    say("");
    row(head);
    row(head.stream().map(cell -> "---").toList());
    rows.forEach(this::row);
  }

  /** Writes a table of options, if there are any, whose first column is called as given. */
  void options(String what, List<List<String>> rows) {
    if (!rows.isEmpty()) {
      table(List.of(what, "type", "default", "range", ""), rows);
    }
  }

  private void row(List<String> cells) {
    say(
        cells.stream()
            .map(cell -> cell.replace("|", "\\|"))
            .collect(Collectors.joining(" | ", "| ", " |")));
  }

  /** Returns a link to a heading of the page. */
  static String link(String heading) {
    String anchor =
        heading.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9 _-]", "").replace(' ', '-');
    return "[%s](#%s)".formatted(heading, anchor);
  }
}
