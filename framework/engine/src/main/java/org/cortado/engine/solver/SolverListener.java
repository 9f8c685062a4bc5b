package org.cortado.engine.solver;

import java.nio.file.Path;
import java.util.List;
import org.cortado.engine.update.ParameterNorms;

/**
 * Is told what happens in a training, on the training's thread, which waits.
 *
 * <p>What a method throws ends the training.
 */
public interface SolverListener {

  /**
   * Called once, before all else.
   *
   * @param done how many iterations have been done before
   */
  default void started(long done) {}

  /**
   * Called before an iteration.
   *
   * @param done how many have been done
   */
  default void iterationStarting(long done) {}

  /** Called after an iteration. */
  default void iterationDone(IterationReport report) {}

  /** Called after every {@code display} iterations and after the last one. */
  default void displayed(TrainReport report) {}

  /** Called after a test. */
  default void tested(TestReport report) {}

  /**
   * Called after the update of an iteration that is to be displayed, before it is done.
   *
   * @param iteration how many have been done, this one included
   * @param norms of the parameters that learn
   */
  default void updated(long iteration, List<ParameterNorms> norms) {}

  /** Called when an observer has found something out. */
  default void observed(Observation observation) {}

  /**
   * Called once for each thing that looks wrong.
   *
   * @param iteration in which it was noticed, from 1; 0 for what was there before
   */
  default void warned(long iteration, String text) {}

  /**
   * Called when weights lie on the disk.
   *
   * @param done after how many iterations
   * @param file where they are
   */
  default void snapshotSaved(long done, Path file) {}

  /** Called once, when all has been done and saved. Not called after a failure. */
  default void finished(TrainingResult result) {}

  /**
   * Called once, instead of {@link #finished}, when the training can't go on.
   *
   * @param reason why, in words
   */
  default void failed(String reason) {}
}
