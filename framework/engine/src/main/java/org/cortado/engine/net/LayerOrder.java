package org.cortado.engine.net;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.stream.Collectors;
import org.cortado.engine.definition.LayerDefinition;
import org.cortado.engine.definition.Problems;

/**
 * Sorts layers so that each comes after those whose tops it reads.
 *
 * <p>Where the graph leaves a choice, the layer whose name comes first goes first. So the order,
 * and with it the last bit of every sum, depends on the net and not on the order of its file.
 */
final class LayerOrder {

  private static final Comparator<Place> BY_NAME =
      Comparator.comparing((Place place) -> place.layer.name()).thenComparing(Place::inFile);

  private final List<Place> places = new ArrayList<>();
  private final PriorityQueue<Place> ready = new PriorityQueue<>(BY_NAME);
  private final List<WiredLayer> sorted = new ArrayList<>();
  private final Problems problems;

  /** Where a layer stands among those that wait. */
  private record Place(WiredLayer layer, int inFile, Set<Place> before, Set<Place> after) {

    Place(WiredLayer layer, int inFile) {
      this(layer, inFile, new LinkedHashSet<>(), new LinkedHashSet<>());
    }

    boolean waits() {
      return !before.isEmpty();
    }

    /** The sets refer back to places, so equality must not look into them. */
    @Override
    public boolean equals(Object other) {
      return other instanceof Place that && inFile == that.inFile;
    }

    @Override
    public int hashCode() {
      return inFile;
    }
  }

  private LayerOrder(List<WiredLayer> layers, Problems problems) {
    this.problems = problems;
    Map<WiredLayer, Place> byLayer = new HashMap<>();
    for (WiredLayer layer : layers) {
      Place place = new Place(layer, places.size());
      places.add(place);
      byLayer.put(layer, place);
    }
    Contents contents = new Contents(layers);
    for (Place place : places) {
      for (WiredLayer first : contents.mustPrecede(place.layer)) {
        order(byLayer.getOrDefault(first, place), place);
      }
    }
  }

  private static void order(Place first, Place second) {
    second.before.add(first);
    first.after.add(second);
  }

  /** Returns the layers in order, without those of a cycle, which is a problem. */
  static List<WiredLayer> sort(List<WiredLayer> layers, Problems problems) {
    LayerOrder order = new LayerOrder(layers, problems);
    order.sort();
    return order.sorted;
  }

  private void sort() {
    places.stream().filter(place -> !place.waits()).forEach(ready::add);
    takeReady();
    while (places.stream().anyMatch(Place::waits)) {
      leaveOut(cycle());
      takeReady();
    }
  }

  private void takeReady() {
    for (Place next = ready.poll(); next != null; next = ready.poll()) {
      sorted.add(next.layer);
      release(next);
    }
  }

  private void release(Place done) {
    done.before.clear();
    for (Place later : done.after) {
      if (later.before.remove(done) && !later.waits()) {
        ready.add(later);
      }
    }
  }

  private void leaveOut(List<Place> cycle) {
    report(cycle);
    cycle.forEach(this::release);
    ready.removeAll(cycle);
  }

  /** Goes back from a layer that waits, always to one that it waits for, until one comes again. */
  private List<Place> cycle() {
    List<Place> path = new ArrayList<>();
    Place place = places.stream().filter(Place::waits).findFirst().orElseThrow();
    while (!path.contains(place)) {
      path.add(0, place);
      place = place.before.iterator().next();
    }
    return List.copyOf(path.subList(0, path.indexOf(place) + 1));
  }

  private void report(List<Place> cycle) {
    Place first = cycle.stream().min(Comparator.comparingInt(Place::inFile)).orElseThrow();
    List<Place> path = new ArrayList<>();
    for (int i = 0; i <= cycle.size(); i++) {
      path.add(cycle.get((cycle.indexOf(first) + i) % cycle.size()));
    }
    String text =
        path.stream()
            .map(place -> "'" + place.layer.name() + "'")
            .collect(Collectors.joining(" → "));
    LayerDefinition definition = first.layer.layer().definition();
    problems.add(definition.place(), definition.subject() + "is part of a cycle: " + text);
  }
}
