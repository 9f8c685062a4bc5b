package org.cortado.engine.observation;

import java.util.LinkedHashMap;
import java.util.Map;
import org.cortado.engine.solver.Observation;
import org.cortado.engine.solver.SolverListener;
import org.cortado.engine.solver.TrainReport;

/** Tells at each report how large the parameters, their gradients and their last changes are. */
final class ParameterNorms implements SolverListener {

  private final NormMeter meter;
  private final long display;
  private final long last;
  private final SolverListener listener;

  /**
   * Makes one.
   *
   * @param display after how many iterations there is a report; 0 for the last alone
   * @param last how many iterations there are
   * @param listener is told
   */
  ParameterNorms(NormMeter meter, long display, long last, SolverListener listener) {
    this.meter = meter;
    this.display = display;
    this.last = last;
    this.listener = listener;
  }

  @Override
  public void iterationStarting(long done) {
    if (isReported(done + 1)) {
      meter.beforeUpdate();
    }
  }

  private boolean isReported(long iteration) {
    return iteration == last || (display > 0 && iteration % display == 0);
  }

  @Override
  public void displayed(TrainReport report) {
    Map<String, Map<String, Float>> norms = new LinkedHashMap<>();
    meter.afterUpdate().forEach((key, found) -> norms.put(key, found.values()));
    if (!norms.isEmpty()) {
      listener.observed(
          new Observation(report.iteration(), "parameters", Map.of("parameters", norms)));
    }
  }
}
