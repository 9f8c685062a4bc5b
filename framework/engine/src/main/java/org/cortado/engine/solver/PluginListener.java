package org.cortado.engine.solver;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.cortado.api.training.TrainingListener;
import org.cortado.engine.plugin.PluginFault;

/**
 * Passes on to a plug-in's listener until that fails, for it must not be able to lose a training.
 */
final class PluginListener implements SolverListener {

  private final TrainingListener listener;
  private final String name;
  private final SolverListener others;
  private long iteration;
  private boolean isOut;

  /**
   * Makes one.
   *
   * @param name what warnings call it: {@code 'acme:Beep' of acme.jar}
   * @param others are warned when it fails
   */
  PluginListener(TrainingListener listener, String name, SolverListener others) {
    this.listener = listener;
    this.name = name;
    this.others = others;
  }

  @Override
  public void started() {
    tell("started", listener::started);
  }

  @Override
  public void iterationDone(IterationReport report) {
    iteration = report.iteration();
    tell(
        "iterationDone",
        () -> listener.iterationDone(iteration, report.loss(), report.learningRate()));
  }

  @Override
  public void tested(TestReport report) {
    Map<String, Double> values = new LinkedHashMap<>(report.result().outputs());
    values.put("loss", report.result().loss());
    tell("tested", () -> listener.tested(report.iteration(), report.name(), values));
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
  }

  @Override
  public void failed(String reason) {
    tell("failed", () -> listener.failed(reason));
  }

  private void tell(String call, Runnable event) {
    if (isOut) {
      return;
    }
    try {
      event.run();
    } catch (Throwable e) { // Whatever it is, the training goes on.
      isOut = true;
      others.warned(
          iteration,
          "listener %s failed in %s and is told nothing more: %s"
              .formatted(name, call, PluginFault.inWords(listener.getClass(), e)));
    }
  }
}
