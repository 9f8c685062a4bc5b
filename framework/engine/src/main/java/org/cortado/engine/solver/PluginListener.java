package org.cortado.engine.solver;

import java.nio.file.Path;
import org.cortado.api.training.TrainingListener;
import org.cortado.engine.plugin.ContextLoader;
import org.cortado.engine.plugin.PluginFault;

/**
 * Passes on to a plug-in's listener until that fails, for it must not be able to lose a training.
 */
final class PluginListener implements SolverListener {

  private final TrainingListener listener;
  private final String name;
  private final long lastIteration;
  private final SolverListener others;
  private long iteration;
  private boolean isOut;

  /**
   * Makes one.
   *
   * @param name what warnings call it: {@code 'acme:Beep' of acme.jar}
   * @param lastIteration after how many iterations the training ends, if nothing ends it earlier
   * @param others are warned when it fails
   */
  PluginListener(
      TrainingListener listener, String name, long lastIteration, SolverListener others) {
    this.listener = listener;
    this.name = name;
    this.lastIteration = lastIteration;
    this.others = others;
  }

  @Override
  public void started(long done) {
    iteration = done;
    tell("started", () -> listener.started(new TrainingListener.Start(done, lastIteration)));
  }

  @Override
  public void iterationDone(IterationReport report) {
    iteration = report.iteration();
    tell(
        "iterationDone",
        () ->
            listener.iterationDone(
                new TrainingListener.Iteration(iteration, report.loss(), report.learningRate())));
  }

  @Override
  public void tested(TestReport report) {
    TestResult found = report.result();
    tell(
        "tested",
        () ->
            listener.tested(
                new TrainingListener.Test(
                    report.iteration(), report.name(), found.loss(), found.outputs())));
  }

  @Override
  public void warned(long noticed, String text) {
    tell("warned", () -> listener.warned(noticed, text));
  }

  @Override
  public void snapshotSaved(long done, Path file) {
    tell("snapshotSaved", () -> listener.snapshotSaved(done, file));
  }

  @Override
  public void finished(TrainingResult result) {
    tell("finished", () -> listener.finished(result.iterations()));
    isOut = true;
  }

  @Override
  public void failed(String reason) {
    tell("failed", () -> listener.failed(reason));
    isOut = true;
  }

  private void tell(String call, Runnable event) {
    if (isOut) {
      return;
    }
    try {
      ContextLoader.run(listener.getClass(), event);
    } catch (OutOfMemoryError e) { // It is nobody's in particular.
      throw e;
    } catch (Throwable e) { // Whatever it is, the training goes on.
      isOut = true;
      others.warned(
          iteration,
          "listener %s failed in %s and is told nothing more: %s"
              .formatted(name, call, PluginFault.told(listener.getClass(), e)));
    }
  }
}
