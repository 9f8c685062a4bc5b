package org.cortado.testkit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import org.cortado.api.backend.Backend;
import org.cortado.api.promise.Internal;
import org.cortado.engine.plugin.LayerCatalogue;
import org.cortado.engine.plugin.LayerDeclaration;

/**
 * Proves layers without JUnit: the clauses that a {@link LayerContract} proves, on cases made from
 * a layer's declaration or from what somebody wishes.
 *
 * <p>Whatever a layer does, a proof ends with a report: it runs on a thread of its own, and what it
 * throws, or that it doesn't end, is what was found.
 */
@Internal
public final class LayerProof {

  private final LayerCatalogue catalogue;
  private final List<Backend> backends;
  private final Duration limit;
  private final ProofListener listener;

  /**
   * Makes one.
   *
   * @param backends those to prove layers on, which stay open
   * @param limit how long a clause may take for one case
   */
  public LayerProof(
      LayerCatalogue catalogue, List<Backend> backends, Duration limit, ProofListener listener) {
    this.catalogue = catalogue;
    this.backends = List.copyOf(backends);
    this.limit = limit;
    this.listener = listener;
  }

  /**
   * Proves a layer.
   *
   * @throws org.cortado.engine.definition.DefinitionException if the wish has options that the
   *     layer has not, or of other types
   */
  public LayerReport prove(LayerDeclaration declaration, CaseWish wish) {
    TestedType type = new TestedType(catalogue, declaration);
    if (!wish.options().isEmpty()) {
      requireOptions(type, wish);
    }
    return new Proving(type).report(wish);
  }

  /** Reads the options of the wish, and those that are required besides as they are guessed. */
  private static void requireOptions(TestedType type, CaseWish wish) {
    new OptionsReader(type.catalogue())
        .read(type.declaration(), wish.over(type.options().starts().get(0)));
  }

  /** The proof of one layer. */
  private final class Proving {

    private final TestedType type;
    private final ClauseProver prover;

    Proving(TestedType type) {
      this.type = type;
      prover = new ClauseProver(type.declaration().layerClass(), new TimeLimit(limit));
    }

    LayerReport report(CaseWish wish) {
      listener.proving(type.name(), "which cases it takes");
      try {
        return report(new TimeLimit(limit).within(() -> new CaseMaker(type, wish).make()));
      } catch (ExecutionException e) {
        Throwable cause = Objects.requireNonNull(e.getCause());
        return cause instanceof NoCaseError none ? refused(none) : untried(cause);
      } catch (TimeLimit.StuckException e) {
        return untried(e);
      }
    }

    private LayerReport report(List<Case> cases) {
      List<ClauseReport> clauses = ofType();
      for (Clause clause : Clause.values()) {
        listener.proving(type.name(), clause.toString());
        clauses.add(prover.prove(clause, cases, backends));
      }
      return report(cases.stream().map(Case::toString).toList(), clauses, "");
    }

    private List<ClauseReport> ofType() {
      List<ClauseReport> clauses = new ArrayList<>();
      for (TypeClause clause : TypeClause.values()) {
        clauses.add(prover.prove(clause, type));
      }
      return clauses;
    }

    private LayerReport refused(NoCaseError none) {
      return none.accident()
          .map(this::untried)
          .orElseGet(() -> report(List.of(), ofType(), none.refusal()));
    }

    /** Returns the report of a layer that fails before a case can be made. */
    private LayerReport untried(Throwable fault) {
      List<ClauseReport> clauses = ofType();
      clauses.add(prover.untried(type.name(), fault));
      return report(List.of(), clauses, "");
    }

    private LayerReport report(List<String> cases, List<ClauseReport> clauses, String refusal) {
      return new LayerReport(
          type.name(),
          type.declaration().origin(),
          backends.stream().map(Backend::name).toList(),
          cases,
          clauses,
          refusal);
    }
  }
}
