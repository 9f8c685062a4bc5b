package org.cortado.engine.definition;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The keys that a map may have.
 *
 * @param noun what messages call them: {@code option}
 * @param known the right ones
 * @param advice what is said of an unknown key that is near none of them
 */
public record Keys(String noun, Collection<String> known, String advice) {

  /**
   * Reports the unknown keys of a map.
   *
   * @return the map with misspelt keys put right where that is a guess without a rival, so that no
   *     second problem follows from the first
   */
  public MapNode check(MapNode map, Reporter reporter) {
    Set<String> present = new HashSet<>(map.keys());
    List<MapEntry> entries = new ArrayList<>();
    for (MapEntry entry : map.entries()) {
      if (known.contains(entry.key())) {
        entries.add(entry);
      } else if (!reporter.problems().isFull()) {
        Optional<String> near = Spelling.nearest(entry.key(), known);
        report(entry, near, reporter);
        near.filter(present::add)
            .ifPresent(key -> entries.add(new MapEntry(key, entry.place(), entry.value())));
      }
    }
    return new MapNode(map.place(), entries);
  }

  private void report(MapEntry entry, Optional<String> near, Reporter reporter) {
    String guess =
        near.map(key -> "; did you mean '" + reporter.at(key).path() + "'?").orElse(advice);
    String name = Words.quoted(reporter.at(entry.key()).path());
    reporter.add(entry.place(), "unknown " + noun + " " + name + guess);
  }
}
