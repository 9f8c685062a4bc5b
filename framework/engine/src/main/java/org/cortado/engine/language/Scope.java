package org.cortado.engine.language;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cortado.engine.definition.Node;

/**
 * The values that expressions may name.
 *
 * <p>A scope never changes; one that knows more is a new one.
 */
final class Scope {

  static final Scope EMPTY = new Scope(Map.of());

  private final Map<String, Node> values;

  private Scope(Map<String, Node> values) {
    this.values = values;
  }

  /** Returns this scope with another value, which hides one of the same name. */
  Scope with(String name, Node value) {
    Map<String, Node> more = new LinkedHashMap<>(values);
    more.put(name, value);
    return new Scope(more);
  }

  Optional<Node> get(String name) {
    return Optional.ofNullable(values.get(name));
  }

  List<String> names() {
    return new ArrayList<>(values.keySet());
  }
}
