package org.cortado.engine.record;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a run had come to when it ended, or was stopped.
 *
 * @param time when, in UTC
 * @param iterations how many had been done
 * @param interrupted whether it was stopped before its end
 * @param seconds from its start, or its last resumption, to its end
 * @param metrics the last numbers: {@code train.loss}, {@code test.accuracy}
 * @param weights the hash of the file of weights that it left
 */
public record Ending(
    String time,
    long iterations,
    boolean interrupted,
    double seconds,
    Map<String, Double> metrics,
    String weights) {

  /** Copies the map. */
  public Ending {
    metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
  }
}
