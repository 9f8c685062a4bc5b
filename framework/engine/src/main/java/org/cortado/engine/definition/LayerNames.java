package org.cortado.engine.definition;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sees to it that no two layers bear one name in a net that is built for one state. */
final class LayerNames {

  private static final int MOST_RIVALS = 100;

  private final Map<String, List<Named>> taken = new HashMap<>();
  private final Problems problems;

  /** A layer, and where its name stands. */
  private record Named(LayerDefinition layer, Place place) {}

  LayerNames(Problems problems) {
    this.problems = problems;
  }

  /** Takes a layer's name, or reports that another has it. */
  void add(LayerDefinition layer, Place place) {
    List<Named> others = taken.computeIfAbsent(layer.name(), name -> new ArrayList<>());
    Optional<Named> rival =
        others.stream().limit(MOST_RIVALS).filter(other -> meet(other.layer, layer)).findFirst();
    rival.ifPresent(first -> report(layer, place, first.place));
    others.add(new Named(layer, place));
  }

  private static boolean meet(LayerDefinition one, LayerDefinition other) {
    return one.inclusion().overlaps(other.inclusion());
  }

  private void report(LayerDefinition layer, Place place, Place first) {
    problems.add(place, layer.subject() + "the name is taken by the layer at " + first);
  }
}
