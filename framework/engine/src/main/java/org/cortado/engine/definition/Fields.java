package org.cortado.engine.definition;

import java.util.List;
import java.util.Optional;

/**
 * A map whose values are read one by one.
 *
 * @param map the map
 * @param reporter reports what is wrong with it
 */
record Fields(MapNode map, Reporter reporter) {

  /** Returns the value of a key, if it is there and right. */
  <T> Optional<T> read(String key, ValueType<T> type) {
    return map.get(key).flatMap(node -> type.read(node, reporter.at(key)));
  }

  /** Returns the values of a key, none if it isn't there or one of them isn't right. */
  <T> List<T> list(String key, ValueType<T> item) {
    return read(key, new ListType<>(item)).orElse(List.of());
  }

  /** Returns where the value of a key stands; where the map begins if there is none. */
  Place place(String key) {
    return map.get(key).map(Node::place).orElse(map.place());
  }
}
