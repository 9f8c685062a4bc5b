package org.cortado.cli;

import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.cortado.engine.solver.Training;
import picocli.CommandLine.Option;

/** What signals do to a training; Caffe's {@code sigint_effect} and {@code sighup_effect}. */
final class SignalOptions {

  /** What a signal does. */
  enum Effect {
    /** Ends the iteration at hand and saves; a second one ends at once. */
    STOP,
    /** Saves a snapshot after the iteration at hand. */
    SNAPSHOT,
    /** Nothing. */
    NONE
  }

  @Option(
      names = "--sigint",
      paramLabel = "EFFECT",
      description = "What Ctrl-C does: stop (the default), snapshot or none.")
  private Effect interrupt = Effect.STOP;

  @Option(
      names = "--sighup",
      paramLabel = "EFFECT",
      description = "What a hang-up does: stop, snapshot (the default) or none.")
  private Effect hangUp = Effect.SNAPSHOT;

  /** Returns what signals do to a training. */
  Map<String, Runnable> actions(Training training, Output output) {
    return Map.of(
        "INT", action(interrupt, training, output), "HUP", action(hangUp, training, output));
  }

  private static Runnable action(Effect effect, Training training, Output output) {
    return switch (effect) {
      case STOP -> stop(training, output);
      case SNAPSHOT -> training::requestSnapshot;
      case NONE -> () -> {};
    };
  }

  private static Runnable stop(Training training, Output output) {
    AtomicBoolean asked = new AtomicBoolean();
    return () -> {
      if (asked.getAndSet(true)) {
        Runtime.getRuntime().halt(ExitCode.INTERRUPTED);
      }
      output.warn("\nending the iteration and saving; the same again ends at once");
      training.stop();
    };
  }
}
