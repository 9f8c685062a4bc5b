package org.cortado.cli;

import java.util.Optional;
import org.cortado.api.rate.History;
import org.cortado.api.rate.Moment;
import org.cortado.engine.net.Parameter;
import org.cortado.engine.solver.SolverDefinition;

/**
 * What a solver's numbers make of a parameter's multipliers in iteration 0.
 *
 * @param rate the learning rate of the net
 * @param decay the weight decay of the net
 */
record Rates(double rate, float decay) {

  /** Returns those of the solver that a net was given by, if it was. */
  static Optional<Rates> of(NetSource source) {
    return source.solver().map(Rates::of);
  }

  private static Rates of(SolverDefinition solver) {
    return new Rates(
        solver.lrPolicy().rate(solver.baseLr(), new Moment(0, solver.maxIter(), History.NONE)),
        solver.weightDecay());
  }

  /** Returns the rate that a parameter learns by. */
  float rate(Parameter parameter) {
    return (float) (rate * parameter.lrMult());
  }

  /** Returns how strongly a parameter is drawn towards 0. */
  float decay(Parameter parameter) {
    return decay * parameter.decayMult();
  }
}
