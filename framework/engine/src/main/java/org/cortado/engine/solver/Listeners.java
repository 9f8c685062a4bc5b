package org.cortado.engine.solver;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.cortado.engine.update.ParameterNorms;

/** Passes on to many, in the order in which they were added. */
final class Listeners implements SolverListener {

  private final List<SolverListener> listeners = new CopyOnWriteArrayList<>();

  void add(SolverListener listener) {
    listeners.add(listener);
  }

  @Override
  public void started(long done) {
    listeners.forEach(listener -> listener.started(done));
  }

  @Override
  public void iterationStarting(long done) {
    listeners.forEach(listener -> listener.iterationStarting(done));
  }

  @Override
  public void iterationDone(IterationReport report) {
    listeners.forEach(listener -> listener.iterationDone(report));
  }

  @Override
  public void displayed(TrainReport report) {
    listeners.forEach(listener -> listener.displayed(report));
  }

  @Override
  public void tested(TestReport report) {
    listeners.forEach(listener -> listener.tested(report));
  }

  @Override
  public void warned(long iteration, String text) {
    listeners.forEach(listener -> listener.warned(iteration, text));
  }

  @Override
  public void updated(long iteration, List<ParameterNorms> norms) {
    listeners.forEach(listener -> listener.updated(iteration, norms));
  }

  @Override
  public void observed(Observation observation) {
    listeners.forEach(listener -> listener.observed(observation));
  }

  @Override
  public void snapshotSaved(long done, Path file) {
    listeners.forEach(listener -> listener.snapshotSaved(done, file));
  }

  @Override
  public void finished(TrainingResult result) {
    listeners.forEach(listener -> listener.finished(result));
  }

  @Override
  public void failed(String reason) {
    listeners.forEach(listener -> listener.failed(reason));
  }
}
