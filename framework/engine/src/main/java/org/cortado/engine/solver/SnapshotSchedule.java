package org.cortado.engine.solver;

import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import org.cortado.engine.snapshot.Snapshot;
import org.cortado.engine.snapshot.SnapshotFolder;

/** Saves snapshots in the course of a training, and throws old ones away. */
final class SnapshotSchedule implements SolverListener {

  private final Optional<SolverDefinition.Snapshot> definition;
  private final SnapshotFolder folder;
  private final LongFunction<Snapshot> taker;
  private final SolverListener listener;
  private volatile boolean requested;
  private long saved = -1;

  /**
   * Makes one.
   *
   * @param taker says what there is to save after so many iterations
   * @param listener is told the files
   */
  SnapshotSchedule(
      Optional<SolverDefinition.Snapshot> definition,
      SnapshotFolder folder,
      LongFunction<Snapshot> taker,
      SolverListener listener) {
    this.definition = definition;
    this.folder = folder;
    this.taker = taker;
    this.listener = listener;
  }

  /** Goes on from a snapshot, which need not be saved again. */
  void resume(long iteration) {
    saved = iteration;
  }

  /** Asks for a snapshot after the iteration at hand. May be called by any thread. */
  void request() {
    requested = true;
  }

  @Override
  public void iterationDone(IterationReport report) {
    long done = report.iteration();
    if (requested || (definition.isPresent() && definition.get().isDue(done))) {
      requested = false;
      save(done);
    }
  }

  /** Saves a snapshot now, unless this iteration's is there; then deletes what need not stay. */
  void save(long done) {
    if (saved != done) {
      folder.save(taker.apply(done));
      saved = done;
      listener.snapshotSaved(done, folder.weights(done));
      definition.ifPresent(this::deleteOld);
    }
  }

  private void deleteOld(SolverDefinition.Snapshot asked) {
    if (asked.keep() > 0) {
      List<Long> iterations = folder.iterations();
      iterations.subList(0, Math.max(0, iterations.size() - asked.keep())).stream()
          .filter(old -> !asked.keepsForever(old))
          .forEach(folder::delete);
    }
  }
}
