package org.cortado.api.training;

import java.nio.file.Path;
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

  /** Called once, before all else; also when an earlier training is gone on with. */
  default void started() {}

  /**
   * Called after an iteration.
   *
   * @param iteration how many have been done, this one included
   * @param loss of the iteration's batches
   * @param learningRate of its update
   */
  default void iterationDone(long iteration, double loss, double learningRate) {}

  /**
   * Called after a test.
   *
   * @param iteration how many have been done
   * @param test its name in the solver's file; {@code test} where that gives none
   * @param values what was found, by the names of the net's outputs: {@code accuracy}; the loss is
   *     {@code loss}
   */
  default void tested(long iteration, String test, Map<String, Double> values) {}

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
   * Called once, instead of {@link #finished}, when the training can't go on.
   *
   * @param reason why, in words
   */
  default void failed(String reason) {}
}
