package org.cortado.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.cortado.api.DataException;
import org.cortado.engine.definition.ListNode;
import org.cortado.engine.definition.MapEntry;
import org.cortado.engine.definition.MapNode;
import org.cortado.engine.definition.Node;
import org.cortado.engine.definition.Problems;
import org.cortado.engine.definition.ScalarNode;
import org.cortado.engine.definition.YamlReader;

/**
 * A solver's or a net's file as a run has kept it.
 *
 * @param text the file
 * @param values its single values by their paths: {@code layers.conv1.options.num_output}
 */
record Definition(String text, Map<String, String> values) {

  /** Returns what a file says; nothing if there is no such file. */
  static Optional<Definition> read(Path file) {
    try {
      return Files.exists(file) ? Optional.of(of(Files.readString(file), file)) : Optional.empty();
    } catch (IOException e) {
      throw new DataException("can't read " + file, e);
    }
  }

  /** What is wrong with a file that a run has kept is of no interest here: it has its text. */
  private static Definition of(String text, Path file) {
    Map<String, String> values = new LinkedHashMap<>();
    new YamlReader()
        .readText(text, file.toString(), new Problems())
        .ifPresent(tree -> flatten("", tree, values));
    return new Definition(text, values);
  }

  private static void flatten(String path, Node node, Map<String, String> values) {
    if (node instanceof MapNode map) {
      map.entries().forEach(entry -> flatten(path, entry, values));
    } else if (node instanceof ListNode list) {
      flatten(path, list, values);
    } else if (node instanceof ScalarNode scalar) {
      values.put(path, scalar.text());
    }
  }

  private static void flatten(String path, MapEntry entry, Map<String, String> values) {
    flatten(below(path, entry.key()), entry.value(), values);
  }

  private static void flatten(String path, ListNode list, Map<String, String> values) {
    for (int i = 0; i < list.items().size(); i++) {
      Node item = list.items().get(i);
      String index = name(item).orElse(Integer.toString(i));
      flatten(below(path, index), item, values);
    }
  }

  /** Layers are known by their names, whatever stands before them. */
  private static Optional<String> name(Node item) {
    return item instanceof MapNode map
        ? map.get("name").flatMap(ScalarNode::textOf)
        : Optional.empty();
  }

  private static String below(String path, String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  /** Returns the value at a path. */
  Optional<String> value(String path) {
    return Optional.ofNullable(values.get(path));
  }
}
