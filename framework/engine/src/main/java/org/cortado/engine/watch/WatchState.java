package org.cortado.engine.watch;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What warnings depend on from one iteration to the next.
 *
 * @param told the subjects that the user has been warned of
 * @param dead at how many looks in a row each unit was dead, by layer
 * @param small at how many looks in a row the update was small, by parameter
 */
public record WatchState(
    Set<String> told, Map<String, List<Integer>> dead, Map<String, Integer> small) {

  /** What they depend on before a training, and where none are wanted. */
  public static final WatchState NONE = new WatchState(Set.of(), Map.of(), Map.of());

  /** Copies the collections; sorted, so that equal states make equal files. */
  public WatchState {
    told = Collections.unmodifiableSet(new TreeSet<>(told));
    dead = Collections.unmodifiableMap(new TreeMap<>(dead));
    small = Collections.unmodifiableMap(new TreeMap<>(small));
  }
}
