package org.cortado.engine.record;

import java.util.List;

/**
 * A moment at which a run went on.
 *
 * @param time when, in UTC
 * @param iteration after how many
 * @param differences what had become different since the run began
 */
public record Resumption(String time, long iteration, List<String> differences) {

  /** Copies the list. */
  public Resumption {
    differences = List.copyOf(differences);
  }
}
