package org.cortado.cli;

import org.cortado.engine.solver.SolverListener;

/** Shows how a training goes while it goes. */
interface Progress extends SolverListener, AutoCloseable {

  /** Ends the show, whatever came of the training. */
  @Override
  default void close() {}

  /** Returns one that shows nothing. */
  static Progress silent() {
    return new Progress() {};
  }
}
