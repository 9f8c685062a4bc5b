package org.cortado.api.rate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What has been measured in the course of a training: its losses, and what tests found.
 *
 * @param observations in the order in which they were made
 */
public record History(List<Observation> observations) {

  /** Nothing yet. */
  public static final History NONE = new History(List.of());

  /**
   * What was measured at once.
   *
   * @param iteration after how many iterations
   * @param values by name: {@code train.loss}, {@code test.accuracy}
   */
  public record Observation(long iteration, Map<String, Double> values) {

    /** Copies the map, and puts it in order: it is saved, and equal runs save equal bytes. */
    public Observation {
      values = Collections.unmodifiableMap(new TreeMap<>(values));
    }
  }

  /** Copies the list. */
  public History {
    observations = List.copyOf(observations);
  }

  /** Returns the history that has one observation more. */
  public History with(Observation observation) {
    List<Observation> all = new ArrayList<>(observations);
    all.add(observation);
    return new History(all);
  }

  /** Returns the values of one name, in order. */
  public List<Double> values(String name) {
    return values(name, 0);
  }

  /** Returns those of a piece of a training: of what was measured after it began. */
  List<Double> values(String name, long begin) {
    List<Double> values = new ArrayList<>();
    for (Observation observation : observations) {
      Double value = observation.values().get(name);
      if (value != null && (begin == 0 || observation.iteration() > begin)) {
        values.add(value);
      }
    }
    return values;
  }
}
