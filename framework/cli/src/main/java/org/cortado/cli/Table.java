package org.cortado.cli;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Text in columns. */
final class Table {

  private static final String GAP = "  ";

  private final List<List<String>> rows = new ArrayList<>();
  private final Set<Integer> rightAligned = new HashSet<>();

  /** Makes columns, counted from 0, end at one line, as those of figures should; returns itself. */
  Table rightAligned(Integer... columns) {
    rightAligned.addAll(List.of(columns));
    return this;
  }

  /** Adds a row; all rows have equally many cells. */
  void add(String... cells) {
    rows.add(List.of(cells));
  }

  /** Hands on each row as a line, its cells below those of the row before. */
  void print(String indent, Consumer<String> lines) {
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder(indent);
      for (int column = 0; column < row.size(); column++) {
        String cell = row.get(column);
        String space = " ".repeat(width(column) - cell.length());
        line.append(rightAligned.contains(column) ? space + cell : cell + space).append(GAP);
      }
      lines.accept(line.toString().stripTrailing());
    }
  }

  private int width(int column) {
    return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
  }
}
