package org.cortado.engine.observation;

import java.util.ArrayList;
import java.util.List;
import org.cortado.engine.solver.Observation;
import org.cortado.engine.solver.SolverListener;

/** Keeps what observers found. */
final class Heard implements SolverListener {

  private final List<Observation> observations = new ArrayList<>();

  @Override
  public void observed(Observation observation) {
    observations.add(observation);
  }

  List<Observation> observations() {
    return observations;
  }
}
