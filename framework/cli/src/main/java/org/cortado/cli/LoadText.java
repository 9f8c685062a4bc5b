package org.cortado.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.cortado.engine.solver.LoadReport;

/** What became of the weights that a training begins with, in words and for JSON. */
record LoadText(LoadReport report) {

  private static final int MOST = 20;

  /** Hands on one line where all was loaded, and a table of the rest otherwise. */
  void print(Consumer<String> lines) {
    lines.accept(
        "loaded %d of %d parameters from %s"
            .formatted(report.loaded().size(), parameters(), report.file()));
    Table table = new Table();
    List<String[]> rows = rows();
    rows.stream().limit(MOST).forEach(table::add);
    table.print("  ", lines);
    if (rows.size() > MOST) {
      lines.accept("  and " + (rows.size() - MOST) + " more");
    }
  }

  private int parameters() {
    return report.loaded().size() + report.skipped().size() + report.missing().size();
  }

  private List<String[]> rows() {
    List<String[]> rows = new ArrayList<>();
    report.skipped().forEach((key, why) -> rows.add(row("skipped", key, why)));
    report.missing().forEach(key -> rows.add(row("missing", key, "not in the file: fresh")));
    report.unused().forEach(key -> rows.add(row("unused", key, "not in the net")));
    return rows;
  }

  private static String[] row(String... cells) {
    return cells;
  }

  /** Returns {@code file}, and how many were {@code loaded}, {@code skipped} and so on. */
  Map<String, Object> object() {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("file", report.file().toString());
    object.put("loaded", report.loaded().size());
    object.put("skipped", report.skipped().size());
    object.put("missing", report.missing().size());
    object.put("unused", report.unused().size());
    return object;
  }
}
