package org.cortado.engine.solver;

import java.util.List;
import org.cortado.engine.net.Net;

/**
 * What a training is made of, whichever folder it is kept in.
 *
 * @param definition what the solver file says, in iterations
 * @param net learns
 * @param solver trains it
 * @param tests what tests it, and when
 * @param averages of the weights, which are tested and saved at the end
 * @param observations remember what is measured
 * @param listeners are told by all of these
 */
record TrainingParts(
    SolverDefinition definition,
    Net net,
    Solver solver,
    List<TestSchedule> tests,
    Averages averages,
    Observations observations,
    Listeners listeners) {

  TrainingParts {
    tests = List.copyOf(tests);
  }
}
