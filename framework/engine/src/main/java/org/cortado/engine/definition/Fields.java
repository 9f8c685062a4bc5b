package org.cortado.engine.definition;

import java.util.List;
import java.util.Optional;

/**
 * A map whose values are read one by one.
 *
 * @param map the map
 * @param reporter reports what is wrong with it
 */
public record Fields(MapNode map, Reporter reporter) {

  /** Returns the value of a key, if it is there and right. */
  public <T> Optional<T> read(String key, ValueType<T> type) {
    return map.get(key).flatMap(node -> type.read(node, reporter.at(key)));
  }

  /** Returns the values of a key, none if it isn't there or one of them isn't right. */
  public <T> List<T> list(String key, ValueType<T> item) {
    return read(key, new ListType<>(item)).orElse(List.of());
  }

  /** Returns the name that a key has, if it is there and is one. */
  public Optional<String> name(String key) {
    return read(key, new NameType());
  }

  /** Returns the names that a key has, none if it isn't there or one of them isn't right. */
  public List<String> names(String key) {
    return list(key, new NameType());
  }

  /** Returns the blobs that a key names, none if it isn't there or one of them isn't right. */
  public List<BlobName> blobs(String key) {
    return list(key, new BlobNameType());
  }

  /** Returns where the value of a key stands; where the map begins if there is none. */
  public Place place(String key) {
    return map.get(key).map(Node::place).orElse(map.place());
  }
}
