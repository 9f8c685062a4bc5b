package org.cortado.testkit;

import java.util.List;
import org.cortado.api.promise.Internal;

/**
 * What came of proving a layer.
 *
 * @param type its type as net files name it
 * @param origin the jar that it comes from
 * @param backends the names of the backends that it was proved on
 * @param cases the cases: type, options and shapes
 * @param clauses all clauses of the contract
 * @param refusal where no case could be made, what the layer had against the last that was tried;
 *     empty otherwise
 */
@Internal
public record LayerReport(
    String type,
    String origin,
    List<String> backends,
    List<String> cases,
    List<ClauseReport> clauses,
    String refusal) {

  /** Copies the lists. */
  public LayerReport {
    backends = List.copyOf(backends);
    cases = List.copyOf(cases);
    clauses = List.copyOf(clauses);
  }

  /** Returns whether the layer was tried on some case. */
  public boolean isProved() {
    return refusal.isEmpty();
  }

  /** Returns whether a clause is broken. */
  public boolean isBroken() {
    return count(ClauseVerdict.BROKEN) > 0;
  }

  /** Returns how many clauses have the given verdict. */
  public long count(ClauseVerdict verdict) {
    return clauses.stream().filter(clause -> clause.verdict() == verdict).count();
  }
}
