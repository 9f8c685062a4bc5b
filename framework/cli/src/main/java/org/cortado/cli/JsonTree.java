package org.cortado.cli;

import com.fasterxml.jackson.databind.node.NullNode;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.cortado.engine.definition.ListNode;
import org.cortado.engine.definition.MapNode;
import org.cortado.engine.definition.Node;
import org.cortado.engine.definition.ScalarNode;

/** Turns what a file says into what JSON says: maps, lists, numbers, words. */
final class JsonTree {

  private JsonTree() {}

  static Object of(Node node) {
    if (node instanceof MapNode map) {
      Map<String, Object> object = new LinkedHashMap<>();
      map.entries().forEach(entry -> object.put(entry.key(), of(entry.value())));
      return object;
    }
    return node instanceof ListNode list
        ? list.items().stream().map(JsonTree::of).toList()
        : of((ScalarNode) node);
  }

  private static Object of(ScalarNode scalar) {
    return switch (scalar.kind()) {
      case NULL -> NullNode.getInstance();
      case BOOLEAN -> scalar.asBoolean().orElseThrow();
      case WHOLE_NUMBER, REAL_NUMBER -> number(scalar);
      case TEXT -> scalar.text();
    };
  }

  /** JSON has neither infinite numbers nor NaN; the word for them is all it can hold. */
  private static Object number(ScalarNode scalar) {
    if (scalar.asLong().isPresent()) {
      return scalar.asLong().get();
    }
    try {
      return new BigDecimal(scalar.text());
    } catch (NumberFormatException notFinite) {
      return scalar.text();
    }
  }
}
