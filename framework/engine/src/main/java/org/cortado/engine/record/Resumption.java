package org.cortado.engine.record;

import java.util.List;

/**
 * A moment at which a run went on.
 *
 * @param time when, in UTC
 * @param iteration after how many
 * @param settings what the command line overruled from then on
 * @param differences what had become different since the run began
 */
public record Resumption(
    String time, long iteration, List<String> settings, List<String> differences) {

  /** Copies the lists. */
  public Resumption {
    settings = List.copyOf(settings);
    differences = List.copyOf(differences);
  }
}
