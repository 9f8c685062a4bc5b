package org.cortado.engine.solver;

import java.util.function.Consumer;

/** Ends a training once what it is to get better at gets no better. */
final class EarlyStop implements SolverListener {

  private final EarlyStopping definition;
  private final Observations observations;
  private final Consumer<String> end;

  /**
   * Makes one.
   *
   * @param observations must be told before it
   * @param end is told why when it is time
   */
  EarlyStop(EarlyStopping definition, Observations observations, Consumer<String> end) {
    this.definition = definition;
    this.observations = observations;
    this.end = end;
  }

  @Override
  public void displayed(TrainReport report) {
    endIfDue();
  }

  @Override
  public void tested(TestReport report) {
    endIfDue();
  }

  /** Ends the training if what has been measured says so. */
  void endIfDue() {
    if (definition.isDue(observations.history())) {
      end.accept(definition.reason());
    }
  }
}
