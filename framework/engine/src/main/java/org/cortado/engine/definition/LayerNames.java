package org.cortado.engine.definition;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.cortado.api.Phase;

/** Sees to it that no two layers of a phase bear one name. */
final class LayerNames {

  private final Map<Phase, Map<String, Place>> taken = new HashMap<>();
  private final Problems problems;

  LayerNames(Problems problems) {
    this.problems = problems;
  }

  /** Takes a layer's name, or reports that another has it. */
  void add(LayerDefinition layer, Place place) {
    Optional<Place> other = Optional.empty();
    for (Phase phase : Phase.values()) {
      if (layer.isIn(phase)) {
        Map<String, Place> names = taken.computeIfAbsent(phase, key -> new HashMap<>());
        other = other.or(() -> Optional.ofNullable(names.putIfAbsent(layer.name(), place)));
      }
    }
    other.ifPresent(first -> report(layer, place, first));
  }

  private void report(LayerDefinition layer, Place place, Place first) {
    problems.add(place, layer.subject() + "the name is taken by the layer at " + first);
  }
}
