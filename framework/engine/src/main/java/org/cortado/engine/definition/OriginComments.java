package org.cortado.engine.definition;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Comments at the ends of the lines of a YAML text that say where each value comes from: {@code #
 * lenet.yaml:3}, {@code # --set base_lr=0.1}, {@code # default}.
 */
final class OriginComments {

  /** The column, from 0, that comments of lines which aren't longer stand at or before. */
  private static final int FARTHEST = 40;

  private final Map<Integer, String> byLine = new HashMap<>();

  private OriginComments() {}

  /**
   * Returns a text with comments; to YAML it is the same.
   *
   * @param yaml what {@link ExpandedYaml} made of the tree
   */
  static String annotate(String yaml, Node tree) {
    OriginComments comments = new OriginComments();
    new YamlReader()
        .readText(yaml, "", new Problems())
        .ifPresent(written -> comments.add(tree, written));
    return comments.on(yaml);
  }

  /** The text reads back as the tree that it was made of: each value finds its own line. */
  private void add(Node node, Node written) {
    if (node instanceof MapNode map) {
      addMap(map, (MapNode) written);
    } else if (node instanceof ListNode list) {
      addList(list, (ListNode) written);
    } else {
      put(node, written);
    }
  }

  private void addMap(MapNode map, MapNode written) {
    if (map.entries().isEmpty()) {
      put(map, written);
    }
    for (int i = 0; i < map.entries().size(); i++) {
      add(map.entries().get(i).value(), written.entries().get(i).value());
    }
    List<Place.Use> uses = map.place().uses();
    if (!uses.isEmpty()) {
      Place use = uses.get(0).place();
      byLine.computeIfPresent(
          written.place().line(), (line, origin) -> origin + ", a block used at " + text(use));
    }
  }

  private void addList(ListNode list, ListNode written) {
    if (list.items().isEmpty()) {
      put(list, written);
    }
    for (int i = 0; i < list.items().size(); i++) {
      add(list.items().get(i), written.items().get(i));
    }
  }

  private void put(Node value, Node written) {
    byLine.putIfAbsent(written.place().line(), text(value.place()));
  }

  private static String text(Place place) {
    String file = place.file();
    return Words.plain(
        place.line() == 0 ? file : file.substring(file.lastIndexOf('/') + 1) + ":" + place.line());
  }

  private String on(String yaml) {
    String[] lines = yaml.split("\n", -1);
    int column = 0;
    for (String line : lines) {
      column = Math.max(column, Math.min(line.length(), FARTHEST));
    }
    for (int i = 0; i < lines.length; i++) {
      String origin = byLine.get(i + 1);
      if (origin != null) {
        lines[i] += " ".repeat(Math.max(0, column - lines[i].length())) + "  # " + origin;
      }
    }
    return String.join("\n", lines);
  }
}
