package org.cortado.api.training;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Is told what happens in a training: a {@code type} of a solver's {@code listeners}.
 *
 * <p>A listener is a class that bears {@link org.cortado.api.option.TypeName} and, for people,
 * {@link org.cortado.api.option.Help}. It is made by Guice, one for each time that a solver names
 * it, through its one {@code @Inject} constructor. This asks for the listener's options, a record
 * that implements {@link Options} and may be empty; it may ask for a {@link TrainingContext} and
 * for whatever the plug-in's own {@link org.cortado.api.LayerModule} binds.
 *
 * <pre>{@code
 * @TypeName("acme:Beep")
 * public final class Beep implements TrainingListener {
 *   public record Options(@Default("100") @Range(min = 1) long every)
 *       implements TrainingListener.Options {}
 *   ...
 * }
 * }</pre>
 *
 * <p>All methods are called on the training's thread, which waits. What a method throws becomes a
 * warning that names the listener; it is told nothing more, and the training goes on. A listener
 * can't change what is learned.
 */
public interface TrainingListener {

  /** Marks the record of a listener's options, by which its solver's file chooses it. */
  interface Options {}

  /**
   * Where a training begins.
   *
   * @param iteration how many have been done; more than 0 where an earlier training is gone on with
   * @param lastIteration how many it is to do in all, if nothing ends it earlier
   */
  record Start(long iteration, long lastIteration) {}

  /**
   * What came of an iteration.
   *
   * @param number how many have been done, this one included
   * @param loss of the iteration's batches
   * @param learningRate of its update
   */
  record Iteration(long number, double loss, double learningRate) {}

  /**
   * What a test found.
   *
   * @param iteration how many have been done
   * @param name of the test in the solver's file; {@code test} where that gives none
   * @param loss the net's
   * @param outputs those of the net that are single numbers, by name: {@code accuracy}
   */
  record Test(long iteration, String name, double loss, Map<String, Double> outputs) {

    /** Copies the outputs, and keeps their order. */
    public Test {
      outputs = Collections.unmodifiableMap(new LinkedHashMap<>(outputs));
    }
  }

  /**
   * Called once, before all else but {@link #failed}; also when an earlier training is gone on
   * with, whose last iterations may be done again.
   */
  default void started(Start start) {}

  /** Called after an iteration. */
  default void iterationDone(Iteration iteration) {}

  /** Called after a test. */
  default void tested(Test test) {}

  /**
   * Called once for each thing that looks wrong.
   *
   * @param iteration in which it was noticed, from 1; 0 for what was there before
   * @param text what it is, in words
   */
  default void warned(long iteration, String text) {}

  /**
   * Called when weights lie on the disk.
   *
   * @param iteration how many have been done
   * @param file where they are
   */
  default void snapshotSaved(long iteration, Path file) {}

  /**
   * Called once, when all has been done and saved, or the user has stopped the training.
   *
   * @param iteration how many have been done
   */
  default void finished(long iteration) {}

  /**
   * Called once, instead of {@link #finished}, when the training can't go on, or can't even be
   * started.
   *
   * @param reason why, in words
   */
  default void failed(String reason) {}
}
