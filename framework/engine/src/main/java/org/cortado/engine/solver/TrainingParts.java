package org.cortado.engine.solver;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cortado.engine.net.Net;

/**
 * What a training is made of, whichever folder it is kept in.
 *
 * @param definition what the solver file says, in iterations
 * @param nets learn, and are tested
 * @param solver trains it
 * @param tests what tests it, and when
 * @param averages of the weights, which are tested and saved at the end
 * @param observations remember what is measured
 * @param observers look closer at it
 * @param listeners are told by all of these
 */
record TrainingParts(
    SolverDefinition definition,
    TrainingNets nets,
    Solver solver,
    List<TestSchedule> tests,
    Averages averages,
    Observations observations,
    Observers observers,
    Listeners listeners) {

  TrainingParts {
    tests = List.copyOf(tests);
  }

  /** Returns the net that learns. */
  Net net() {
    return nets.train();
  }

  /** Returns the listeners that look closer at a training that is kept in a folder. */
  List<SolverListener> observers(RunFolder folder) {
    return observers.of(
        new Observers.Subject(definition, nets.train(), testNets(), folder, listeners));
  }

  private Map<String, Net> testNets() {
    Map<String, Net> testNets = new LinkedHashMap<>();
    nets.tests().forEach(test -> testNets.put(test.definition().name(), test.net()));
    return testNets;
  }
}
