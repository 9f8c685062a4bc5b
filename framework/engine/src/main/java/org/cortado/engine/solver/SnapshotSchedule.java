package org.cortado.engine.solver;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.cortado.engine.net.Net;

/** Saves weights in the course of a training. */
final class SnapshotSchedule implements SolverListener {

  private final Optional<SolverDefinition.Snapshot> definition;
  private final Net net;
  private final RunFolder folder;
  private final SolverListener listener;

  /**
   * Makes one.
   *
   * @param listener is told the files
   */
  SnapshotSchedule(
      Optional<SolverDefinition.Snapshot> definition,
      Net net,
      RunFolder folder,
      SolverListener listener) {
    this.definition = definition;
    this.net = net;
    this.folder = folder;
    this.listener = listener;
  }

  @Override
  public void iterationDone(IterationReport report) {
    if (definition.isPresent() && definition.get().isDue(report.iteration())) {
      save(report.iteration());
    }
  }

  /** Saves a snapshot now. */
  void save(long done) {
    save(done, folder.snapshot(done));
  }

  /** Saves the weights that the run ends with. */
  void saveLast(long done) {
    save(done, folder.weights());
  }

  private void save(long done, Path file) {
    Weights.save(net, file, Map.of("iteration", Long.toString(done)));
    listener.snapshotSaved(done, file);
  }
}
