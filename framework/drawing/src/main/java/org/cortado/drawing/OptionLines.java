package org.cortado.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.cortado.engine.definition.ListNode;
import org.cortado.engine.definition.MapEntry;
import org.cortado.engine.definition.MapNode;
import org.cortado.engine.definition.Node;
import org.cortado.engine.definition.ScalarNode;

/** The options of a layer that a file states, in two short lines. */
final class OptionLines {

  private static final int LINES = 2;
  private static final int LENGTH = 34;
  private static final int WORD = 26;
  private static final String GAP = ", ";
  private static final String MORE = " …";

  private OptionLines() {}

  /** Returns the lines, none if the file states nothing that is short enough to say. */
  static List<String> of(MapNode options) {
    List<String> words =
        options.entries().stream().filter(OptionLines::isTelling).map(OptionLines::words).toList();
    List<String> lines = new ArrayList<>();
    for (String word : words) {
      String last = lines.isEmpty() ? "" : lines.get(lines.size() - 1);
      if (!last.isEmpty() && last.length() + GAP.length() + word.length() <= LENGTH) {
        lines.set(lines.size() - 1, last + GAP + word);
      } else if (lines.size() < LINES) {
        lines.add(word);
      } else {
        lines.set(LINES - 1, last + MORE);
        break;
      }
    }
    return lines;
  }

  private static boolean isTelling(MapEntry entry) {
    return !entry.key().endsWith("_filler") && !(entry.value() instanceof MapNode);
  }

  private static String words(MapEntry entry) {
    return entry.key() + " " + shortened(text(entry.value()));
  }

  private static String shortened(String text) {
    String name = text.substring(text.lastIndexOf('/') + 1);
    return name.length() <= WORD ? name : name.substring(0, WORD - 1) + "…";
  }

  private static String text(Node value) {
    if (value instanceof ListNode list) {
      return list.items().stream()
          .map(OptionLines::text)
          .collect(Collectors.joining(GAP, "[", "]"));
    }
    return value instanceof ScalarNode scalar ? scalar.text() : MORE.strip();
  }
}
