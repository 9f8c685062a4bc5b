package org.cortado.engine.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A map, in the order of the file.
 *
 * @param place where it begins
 * @param entries its keys, each once, and their values
 */
public record MapNode(Place place, List<MapEntry> entries) implements Node {

  /** Copies the list. */
  public MapNode {
    entries = List.copyOf(entries);
  }

  /** Returns a map without keys. */
  public static MapNode empty(Place place) {
    return new MapNode(place, List.of());
  }

  /** Returns the value of a key, if it is there. */
  public Optional<Node> get(String key) {
    return entry(key).map(MapEntry::value);
  }

  /** Returns a key with its value, if it is there. */
  public Optional<MapEntry> entry(String key) {
    for (MapEntry entry : entries) {
      if (entry.key().equals(key)) {
        return Optional.of(entry);
      }
    }
    return Optional.empty();
  }

  /** Returns the keys in the order of the file. */
  public List<String> keys() {
    return entries.stream().map(MapEntry::key).toList();
  }

  /** Returns this map with another value for a key, which comes last if it is new. */
  public MapNode with(MapEntry changed) {
    List<MapEntry> all = new ArrayList<>(entries);
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).key().equals(changed.key())) {
        all.set(i, changed);
        return new MapNode(place, all);
      }
    }
    all.add(changed);
    return new MapNode(place, all);
  }

  /** Returns this map less a key. */
  public MapNode without(String key) {
    return new MapNode(place, entries.stream().filter(entry -> !entry.key().equals(key)).toList());
  }

  /** Returns this map as though it stood elsewhere. */
  public MapNode at(Place elsewhere) {
    return new MapNode(elsewhere, entries);
  }

  /** Returns this map, and its keys, but not its values, as they stand in a use of a block. */
  public MapNode usedAt(Place.Use use) {
    return new MapNode(
        place.usedAt(use),
        entries.stream()
            .map(entry -> new MapEntry(entry.key(), entry.place().usedAt(use), entry.value()))
            .toList());
  }

  @Override
  public String described() {
    return "a map";
  }
}
