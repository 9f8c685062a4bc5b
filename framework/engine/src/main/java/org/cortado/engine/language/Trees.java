package org.cortado.engine.language;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.cortado.engine.definition.ListNode;
import org.cortado.engine.definition.MapEntry;
import org.cortado.engine.definition.MapNode;
import org.cortado.engine.definition.Node;
import org.cortado.engine.definition.Place;
import org.cortado.engine.definition.ScalarNode;

/** Small trees, and small changes of trees. */
final class Trees {

  private Trees() {}

  static ListNode texts(Place place, List<String> texts) {
    return new ListNode(
        place, texts.stream().map(each -> (Node) ScalarNode.ofText(place, each)).toList());
  }

  static MapEntry entry(Place place, String key, Node value) {
    return new MapEntry(key, place, value);
  }

  /** Returns a map with another value for a key; the map as it is where there is none. */
  static MapNode replace(MapNode map, String key, UnaryOperator<Node> change) {
    Optional<MapEntry> entry = map.entry(key);
    return entry
        .map(found -> map.with(entry(found.place(), key, change.apply(found.value()))))
        .orElse(map);
  }

  /** Returns a word, or a list of words, in which every word is changed. */
  static Node rename(Node node, UnaryOperator<String> names) {
    if (node instanceof ListNode list) {
      return new ListNode(
          list.place(), list.items().stream().map(item -> rename(item, names)).toList());
    }
    return node instanceof ScalarNode scalar && !scalar.isNull()
        ? ScalarNode.ofText(scalar.place(), names.apply(scalar.text()))
        : node;
  }
}
