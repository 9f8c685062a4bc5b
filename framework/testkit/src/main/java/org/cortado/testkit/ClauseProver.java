package org.cortado.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import org.cortado.api.Layer;
import org.cortado.api.backend.Backend;

/** Proves clauses for all cases of a layer, and says what came of each. */
final class ClauseProver {

  private static final String ANY_CASE = "any";

  private final FaultText text;
  private final TimeLimit limit;

  ClauseProver(Class<? extends Layer> layer, TimeLimit limit) {
    text = new FaultText(layer);
    this.limit = limit;
  }

  /** Proves a clause that speaks of the type. */
  ClauseReport prove(TypeClause clause, TestedType type) {
    Findings findings = new Findings();
    findings.add(type.name(), ANY_CASE, () -> clause.prove(type));
    return findings.report(clause.toString(), clause.advice());
  }

  /** Proves a clause for each case on each backend. */
  ClauseReport prove(Clause clause, List<Case> cases, List<Backend> backends) {
    Findings findings = new Findings();
    for (Case tested : cases) {
      for (Backend backend : backends) {
        findings.add(
            tested.toString(), backend.name(), () -> clause.proof().prove(tested, backend));
      }
    }
    return findings.report(clause.toString(), clause.advice());
  }

  /** Returns what is said of a layer of which not even a case can be made. */
  ClauseReport untried(String type, Throwable fault) {
    return new ClauseReport(
        "some case is taken",
        ClauseVerdict.BROKEN,
        "",
        "it fails before it can be tried: look at the constructor, setUp and reshape; what is wrong"
            + " with shapes or options is for InvalidLayerException",
        List.of(new Breach(type, ANY_CASE, text.of(fault))));
  }

  /** What came of one clause. */
  private final class Findings {

    private final List<Breach> breaches = new ArrayList<>();
    private String reason = "";
    private boolean applies;
    private boolean stuck;

    /** Tries once more, unless a case before was without an end. */
    void add(String testedCase, String backend, Runnable proof) {
      if (stuck) {
        return;
      }
      try {
        limit.within(
            () -> {
              proof.run();
              return true;
            });
        applies = true;
      } catch (TimeLimit.StuckException e) {
        stuck = true;
        breaches.add(new Breach(testedCase, backend, text.of(e)));
      } catch (ExecutionException e) {
        add(testedCase, backend, Objects.requireNonNull(e.getCause()));
      }
    }

    private void add(String testedCase, String backend, Throwable fault) {
      if (fault instanceof NotApplicable nothingToSay) {
        reason = nothingToSay.why();
      } else {
        breaches.add(new Breach(testedCase, backend, text.of(fault)));
      }
    }

    ClauseReport report(String clause, String advice) {
      if (!breaches.isEmpty()) {
        return new ClauseReport(clause, ClauseVerdict.BROKEN, "", advice, breaches);
      }
      return applies
          ? new ClauseReport(clause, ClauseVerdict.KEPT, "", advice, breaches)
          : new ClauseReport(clause, ClauseVerdict.DOES_NOT_APPLY, reason, advice, breaches);
    }
  }
}
