package org.cortado.testkit;

import java.util.List;
import org.cortado.api.promise.Internal;

/**
 * What came of proving one clause for a layer.
 *
 * @param clause the clause as a sentence
 * @param verdict what came of it
 * @param reason why it doesn't apply, where it doesn't; empty otherwise
 * @param advice what an author may look at where it is broken
 * @param breaches each case that breaks it
 */
@Internal
public record ClauseReport(
    String clause, ClauseVerdict verdict, String reason, String advice, List<Breach> breaches) {

  /** Copies the list. */
  public ClauseReport {
    breaches = List.copyOf(breaches);
  }
}
