package org.cortado.engine.solver;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.cortado.engine.snapshot.SnapshotException;
import org.cortado.engine.snapshot.SnapshotFolder;
import org.cortado.engine.snapshot.StoredSnapshot;

/** A training that is kept in a folder: from its first iteration on, or from a snapshot. */
final class TrainingRun implements AutoCloseable {

  private static final double NANOS = 1e-9;

  private final TrainingParts parts;
  private final RunFolder folder;
  private final MetricsFile metrics;
  private final SnapshotFolder stored;
  private final TrainingMemory memory;
  private final DisplayAverage average;
  private final Optional<EarlyStop> earlyStop;
  private final SnapshotSchedule snapshots;
  private boolean interrupted;

  private TrainingRun(
      TrainingParts parts, RunFolder folder, MetricsFile metrics, SolverListener listener) {
    this.parts = parts;
    this.folder = folder;
    this.metrics = metrics;
    SolverDefinition definition = parts.definition();
    Listeners listeners = parts.listeners();
    parts.solver().watched().keepIn(folder.path());
    average = new DisplayAverage(definition.display(), listeners);
    memory = new TrainingMemory(parts, average, metrics);
    stored = new SnapshotFolder(folder.snapshots());
    snapshots = new SnapshotSchedule(definition.snapshot(), stored, memory::take, listeners);
    listeners.add(parts.averages());
    listeners.add(metrics);
    listeners.add(parts.observations());
    earlyStop = definition.earlyStopping().map(this::earlyStop);
    earlyStop.ifPresent(listeners::add);
    listeners.add(listener);
    definition
        .snapshot()
        .flatMap(SolverDefinition.Snapshot::best)
        .map(this::bestWeights)
        .ifPresent(listeners::add);
    parts.tests().forEach(listeners::add);
    parts.observers(folder).forEach(listeners::add); // They see iterations without the tests.
    listeners.add(average);
    listeners.add(snapshots); // The last: a snapshot holds what the others remember.
  }

  private EarlyStop earlyStop(EarlyStopping asked) {
    return new EarlyStop(asked, parts.observations(), parts.solver()::end);
  }

  private BestWeights bestWeights(SolverDefinition.Best asked) {
    return new BestWeights(asked, parts.observations(), parts.net(), folder, parts.listeners());
  }

  /** Begins at the first iteration. */
  static TrainingRun begin(TrainingParts parts, RunFolder folder, SolverListener listener) {
    return open(parts, folder, MetricsFile.create(folder.metrics()), listener);
  }

  /**
   * Goes on from the newest whole snapshot; from the first iteration where there is none.
   *
   * @param note is told which it is
   * @param anew is run before a beginning at the first iteration
   * @throws SnapshotException if the snapshot is of another training, or all are damaged
   */
  static TrainingRun resume(
      TrainingParts parts,
      RunFolder folder,
      SolverListener listener,
      Consumer<String> note,
      Runnable anew) {
    TrainingRun run = open(parts, folder, MetricsFile.resume(folder.metrics()), listener);
    try {
      run.resume(note, anew);
      return run;
    } catch (RuntimeException e) {
      run.fail(e);
      run.close();
      throw e;
    }
  }

  private static TrainingRun open(
      TrainingParts parts, RunFolder folder, MetricsFile metrics, SolverListener listener) {
    try {
      return new TrainingRun(parts, folder, metrics, listener);
    } catch (RuntimeException e) {
      metrics.close();
      throw e;
    }
  }

  private void resume(Consumer<String> note, Runnable anew) {
    stored.deleteRemains();
    Optional<StoredSnapshot> newest = stored.newest(note);
    if (newest.isPresent()) {
      goOn(newest.get());
      note.accept(
          "going on after iteration "
              + newest.get().iteration()
              + (parts.solver().hasEnded() ? ", which was the last: nothing is left to do" : ""));
    } else if (stored.iterations().isEmpty()) {
      note.accept("there is no snapshot yet: beginning anew");
      anew.run();
      metrics.truncate(0);
    } else {
      throw new SnapshotException(
          "no snapshot in '"
              + folder.snapshots()
              + "' can be gone on with; to begin anew, move that folder's files away");
    }
  }

  private void goOn(StoredSnapshot newest) {
    memory.goOn(newest);
    snapshots.resume(newest.iteration());
    stored.deleteAfter(newest.iteration());
    earlyStop.ifPresent(EarlyStop::endIfDue);
  }

  /** Trains to the end, or until it is stopped. */
  TrainingResult run() {
    try {
      return trainAndConclude();
    } catch (RuntimeException | Error e) {
      fail(e);
      throw e;
    }
  }

  /** Tells the listeners that it can't go on, or can't even be started. */
  void fail(Throwable failure) {
    try {
      parts.listeners().failed(String.valueOf(failure.getMessage()));
    } catch (RuntimeException more) {
      failure.addSuppressed(more);
    }
  }

  private TrainingResult trainAndConclude() {
    long start = System.nanoTime();
    parts.listeners().started(parts.solver().done());
    parts.solver().run();
    interrupted = !parts.solver().hasEnded(); // A last report may end it early, but too late.
    conclude();
    TrainingResult result = result((System.nanoTime() - start) * NANOS);
    parts.averages().inPlace(() -> parts.listeners().finished(result));
    return result;
  }

  /**
   * Saves what there is, and tests it; an interrupted training leaves at once.
   *
   * <p>The snapshot comes before the last report, which an uninterrupted training doesn't make
   * here.
   */
  private void conclude() {
    long done = parts.solver().done();
    snapshots.save(done);
    average.flush();
    parts.averages().inPlace(() -> saveAndTest(done));
  }

  private void saveAndTest(long done) {
    Weights.save(parts.net(), folder.weights(), Map.of("iteration", Long.toString(done)));
    parts.listeners().snapshotSaved(done, folder.weights());
    if (!interrupted) {
      parts.tests().forEach(test -> test.testOnce(done));
    }
  }

  private TrainingResult result(double seconds) {
    Solver solver = parts.solver();
    return new TrainingResult(
        solver.done(),
        seconds,
        solver.seconds() == 0 ? 0 : solver.doneHere() / solver.seconds(),
        average.loss(),
        lastTests(),
        folder.weights(),
        folder.path(),
        interrupted,
        solver.endReason());
  }

  /** A test of earlier weights says nothing of those that an interrupted training saved. */
  private Map<String, TestResult> lastTests() {
    Map<String, TestResult> last = new LinkedHashMap<>();
    if (!interrupted) {
      parts.tests().forEach(test -> test.last().ifPresent(found -> last.put(test.name(), found)));
    }
    return last;
  }

  /** Asks for a snapshot after the iteration at hand. May be called by any thread. */
  void requestSnapshot() {
    snapshots.request();
  }

  @Override
  public void close() {
    metrics.close();
  }
}
