package org.cortado.engine.inspect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds for the layers of a net those of another that they have become: by name, else by type,
 * settings and what they read.
 */
final class Pairing {

  private final Map<LayerFacts, LayerFacts> pairs = new LinkedHashMap<>();
  private final List<LayerFacts> removed;
  private final List<LayerFacts> added;
  private final Map<String, String> blobs = new HashMap<>();

  Pairing(List<LayerFacts> before, List<LayerFacts> after) {
    removed = new ArrayList<>(before);
    added = new ArrayList<>(after);
    before.forEach(layer -> find(layer.name()).ifPresent(same -> pair(layer, same)));
    pairRenamed();
  }

  private Optional<LayerFacts> find(String name) {
    return added.stream().filter(layer -> layer.name().equals(name)).findFirst();
  }

  /** A layer may only be known again once those below it are. */
  private void pairRenamed() {
    int unknown = removed.size() + 1;
    while (removed.size() < unknown) {
      unknown = removed.size();
      for (LayerFacts layer : List.copyOf(removed)) {
        added.stream()
            .filter(other -> isSame(layer, other))
            .findFirst()
            .ifPresent(same -> pair(layer, same));
      }
    }
  }

  private boolean isSame(LayerFacts before, LayerFacts after) {
    return before.type().equals(after.type())
        && before.settings().equals(after.settings())
        && before.tops().size() == after.tops().size()
        && bottomsAfter(before).equals(after.bottoms());
  }

  private void pair(LayerFacts before, LayerFacts after) {
    pairs.put(before, after);
    removed.remove(before);
    added.remove(after);
    for (int i = 0; i < Math.min(before.tops().size(), after.tops().size()); i++) {
      blobs.put(before.tops().get(i), after.tops().get(i));
    }
  }

  /** Returns the bottoms of a layer by the names that they have in the other net. */
  List<String> bottomsAfter(LayerFacts before) {
    return before.bottoms().stream().map(blob -> blobs.getOrDefault(blob, blob)).toList();
  }

  /** Returns the layers that are in both nets, with what they have become. */
  Map<LayerFacts, LayerFacts> pairs() {
    return pairs;
  }

  /** Returns the layers that have become none. */
  List<LayerFacts> removed() {
    return removed;
  }

  /** Returns the layers that have come of none. */
  List<LayerFacts> added() {
    return added;
  }
}
