package org.cortado.engine.solver;

import java.util.HashMap;
import java.util.Map;
import org.cortado.api.rate.History;

/** Remembers what was measured, for the policies and decisions that depend on it. */
final class Observations implements SolverListener {

  private History history = History.NONE;

  @Override
  public void displayed(TrainReport report) {
    observe(report.iteration(), "train", report.loss(), report.outputs());
  }

  @Override
  public void tested(TestReport report) {
    TestResult result = report.result();
    observe(report.iteration(), report.name(), result.loss(), result.outputs());
  }

  private void observe(long iteration, String of, double loss, Map<String, Double> outputs) {
    Map<String, Double> values = new HashMap<>();
    outputs.forEach((name, value) -> values.put(of + "." + name, value));
    values.put(of + ".loss", loss);
    history = history.with(new History.Observation(iteration, values));
  }

  /** Returns all that was measured so far. */
  History history() {
    return history;
  }

  /** Goes on from what was remembered before. */
  void resume(History earlier) {
    history = earlier;
  }
}
