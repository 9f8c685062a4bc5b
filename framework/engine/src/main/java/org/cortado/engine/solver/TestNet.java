package org.cortado.engine.solver;

import java.util.Optional;
import org.cortado.engine.definition.DefinitionException;
import org.cortado.engine.definition.Problems;
import org.cortado.engine.net.Net;

/**
 * A net that tests what another learned.
 *
 * @param definition when, and under what name
 * @param net shares the learned parameters
 */
record TestNet(SolverDefinition.Test definition, Net net) {

  /**
   * Returns a tester of the net, as a solver file asks for it.
   *
   * @throws DefinitionException if the file says how long a test is where the data tell, or doesn't
   *     where they can't
   */
  Tester tester(SolverFile solver) {
    Optional<Tester> ofAllItems = Tester.ofAllItems(net);
    Problems problems = new Problems();
    if (ofAllItems.isPresent() && definition.iterations().isPresent()) {
      problems.add(
          solver.place("test", "iterations"),
          "test.iterations is for nets without a data layer; a test of net '"
              + net.name()
              + "' ends when each item was shown once");
    }
    if (ofAllItems.isEmpty() && definition.iterations().isEmpty()) {
      problems.add(
          solver.place("test"),
          "test.iterations is missing: net '"
              + net.name()
              + "' has no data layer in the test phase that tells how long a test is");
    }
    problems.throwIfAny();
    return ofAllItems.orElseGet(() -> Tester.ofPasses(net, definition.iterations().orElse(1L)));
  }
}
