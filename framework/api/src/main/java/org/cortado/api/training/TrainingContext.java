package org.cortado.api.training;

import java.nio.file.Path;

/** What a training tells one of its listeners of itself. */
public interface TrainingContext {

  /** Returns the name of the solver's file, without its ending. */
  String solver();

  /**
   * Returns the folder of the run, which is there already; a listener may keep files of its own in
   * it.
   */
  Path folder();
}
