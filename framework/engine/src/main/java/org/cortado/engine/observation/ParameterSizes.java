package org.cortado.engine.observation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cortado.engine.solver.Observation;
import org.cortado.engine.solver.SolverListener;
import org.cortado.engine.solver.TrainReport;
import org.cortado.engine.update.ParameterNorms;

/** Tells at each report how large the parameters, their gradients and their last changes are. */
final class ParameterSizes implements SolverListener {

  private final SolverListener listener;
  private List<ParameterNorms> last = List.of();

  /**
   * Makes one.
   *
   * @param listener is told
   */
  ParameterSizes(SolverListener listener) {
    this.listener = listener;
  }

  @Override
  public void updated(long iteration, List<ParameterNorms> norms) {
    last = norms;
  }

  @Override
  public void displayed(TrainReport report) {
    Map<String, Map<String, Float>> sizes = new LinkedHashMap<>();
    last.forEach(norms -> sizes.put(norms.key(), sizes(norms)));
    last = List.of();
    if (!sizes.isEmpty()) {
      listener.observed(
          new Observation(report.iteration(), "parameters", Map.of("parameters", sizes)));
    }
  }

  /** As floats: there may be many, and half as many digits say as much of floats. */
  private static Map<String, Float> sizes(ParameterNorms norms) {
    Map<String, Float> sizes = new LinkedHashMap<>();
    sizes.put("weight_norm", (float) norms.weights());
    sizes.put("gradient_norm", (float) norms.gradient());
    sizes.put("update_norm", (float) norms.update());
    if (norms.weights() > 0) {
      sizes.put("update_ratio", (float) (norms.update() / norms.weights()));
    }
    return sizes;
  }
}
