package org.cortado.engine.solver;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What an observer found out about a training, to be written down as a line of its metrics.
 *
 * @param iteration how many iterations had been done
 * @param phase what sort of finding it is: {@code parameters}, {@code activations}
 * @param values words, numbers, lists and maps of such, by key
 */
public record Observation(long iteration, String phase, Map<String, ?> values) {

  /** Copies the map, and keeps its order. */
  public Observation {
    values = Collections.unmodifiableMap(new LinkedHashMap<String, Object>(values));
  }
}
