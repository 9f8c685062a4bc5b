package org.cortado.engine.inspect;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.cortado.engine.definition.ListNode;
import org.cortado.engine.definition.MapNode;
import org.cortado.engine.definition.Node;
import org.cortado.engine.definition.ScalarNode;

/** Lays a tree out as texts by path, alike for all ways of saying the same. */
final class FlatOptions {

  private final Map<String, String> texts = new TreeMap<>();

  private FlatOptions() {}

  /** Returns the values of a tree: {@code options.weight_filler.std} is {@code 0.01}. */
  static Map<String, String> of(String path, Node node) {
    FlatOptions flat = new FlatOptions();
    flat.add(path, node);
    return flat.texts;
  }

  private void add(String path, Node node) {
    if (node instanceof MapNode map) {
      map.entries().forEach(entry -> add(path + "." + entry.key(), entry.value()));
    } else if (node instanceof ListNode list && !isOfScalars(list)) {
      for (int i = 0; i < list.items().size(); i++) {
        add(path + "." + i, list.items().get(i));
      }
    } else {
      text(node).ifPresent(text -> texts.put(path, text));
    }
  }

  private static boolean isOfScalars(ListNode list) {
    return list.items().stream().allMatch(ScalarNode.class::isInstance);
  }

  /** A list of one is the same as its element wherever options take both. */
  private static Optional<String> text(Node node) {
    if (node instanceof ListNode list) {
      List<String> items = list.items().stream().flatMap(item -> text(item).stream()).toList();
      return items.isEmpty()
          ? Optional.empty()
          : Optional.of(items.size() == 1 ? items.get(0) : items.toString());
    }
    return scalar((ScalarNode) node);
  }

  private static Optional<String> scalar(ScalarNode scalar) {
    if (scalar.isNull()) {
      return Optional.empty();
    }
    return scalar.asDouble().map(FlatOptions::number).or(() -> Optional.of(scalar.text()));
  }

  private static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }
}
