package org.cortado.engine.solver;

/** Ends a training once what it is to get better at gets no better. */
final class EarlyStop implements SolverListener {

  private final EarlyStopping definition;
  private final Observations observations;
  private final Runnable end;

  /**
   * Makes one.
   *
   * @param observations must be told before it
   * @param end is called when it is time
   */
  EarlyStop(EarlyStopping definition, Observations observations, Runnable end) {
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

  private void endIfDue() {
    if (definition.isDue(observations.history())) {
      end.run();
    }
  }
}
