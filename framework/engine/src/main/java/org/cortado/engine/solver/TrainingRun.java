package org.cortado.engine.solver;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.cortado.api.blob.Tensor;
import org.cortado.engine.snapshot.Snapshot;
import org.cortado.engine.snapshot.SnapshotException;
import org.cortado.engine.snapshot.SnapshotFolder;
import org.cortado.engine.snapshot.StoredSnapshot;

/** A training that is kept in a folder: from its first iteration on, or from a snapshot. */
final class TrainingRun implements AutoCloseable {

  private static final double NANOS = 1e-9;

  private final TrainingParts parts;
  private final RunFolder folder;
  private final MetricsFile metrics;
  private final TrainingMemory memory;
  private final DisplayAverage average;
  private final SnapshotSchedule snapshots;

  private TrainingRun(
      TrainingParts parts, RunFolder folder, MetricsFile metrics, SolverListener listener) {
    this.parts = parts;
    this.folder = folder;
    this.metrics = metrics;
    SolverDefinition definition = parts.definition();
    Listeners listeners = parts.listeners();
    parts.solver().watched().keepIn(folder.path());
    memory = new TrainingMemory(parts.net(), remembered(parts));
    average = new DisplayAverage(definition.display(), listeners);
    snapshots =
        new SnapshotSchedule(
            definition.snapshot(),
            new SnapshotFolder(folder.snapshots()),
            this::snapshot,
            listeners);
    listeners.add(parts.averages());
    listeners.add(metrics);
    listeners.add(parts.observations());
    definition.earlyStopping().map(this::earlyStop).ifPresent(listeners::add);
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

  private static Map<String, Tensor> remembered(TrainingParts parts) {
    Map<String, Tensor> tensors = new LinkedHashMap<>(parts.solver().memory());
    tensors.putAll(parts.averages().tensors());
    return tensors;
  }

  private EarlyStop earlyStop(SolverDefinition.EarlyStopping asked) {
    return new EarlyStop(asked, parts.observations(), parts.solver()::end);
  }

  private BestWeights bestWeights(SolverDefinition.Best asked) {
    return new BestWeights(asked, parts.observations(), parts.net(), folder, parts.listeners());
  }

  /** Begins at the first iteration. */
  static TrainingRun begin(TrainingParts parts, RunFolder folder, SolverListener listener) {
    return new TrainingRun(parts, folder, MetricsFile.create(folder.metrics()), listener);
  }

  /**
   * Goes on from the newest whole snapshot; from the first iteration where there is none.
   *
   * @param note is told which it is
   * @param anew is run before a beginning at the first iteration
   * @throws SnapshotException if the snapshot is of another training
   */
  static TrainingRun resume(
      TrainingParts parts,
      RunFolder folder,
      SolverListener listener,
      Consumer<String> note,
      Runnable anew) {
    SnapshotFolder snapshots = new SnapshotFolder(folder.snapshots());
    MetricsFile metrics = MetricsFile.resume(folder.metrics());
    TrainingRun run = new TrainingRun(parts, folder, metrics, listener);
    try {
      snapshots.deleteRemains();
      Optional<StoredSnapshot> newest = snapshots.newest(note);
      note.accept(
          newest
              .map(from -> "going on after iteration " + from.iteration())
              .orElse("there is no whole snapshot: beginning anew"));
      newest.ifPresentOrElse(run::goOn, () -> run.goOnAnew(anew));
      return run;
    } catch (RuntimeException e) {
      run.close();
      throw e;
    }
  }

  private void goOnAnew(Runnable anew) {
    anew.run();
    metrics.truncate(0);
  }

  private void goOn(StoredSnapshot newest) {
    TrainingState state = TrainingState.of(newest.state());
    requireSameSeed(state);
    memory.read(newest, state.carried());
    parts.solver().resume(state.iteration());
    parts.averages().resume(state.averaged());
    parts.observations().resume(state.history());
    parts.solver().watched().resume(state.watch());
    average.resume(state.display(), lastLoss(state));
    snapshots.resume(state.iteration());
    metrics.truncate(state.metricsBytes());
  }

  private void requireSameSeed(TrainingState state) {
    long seed = parts.definition().seed();
    if (state.seed() != seed) {
      throw new SnapshotException(
          "the training began with seed %d and can't go on with seed %d"
              .formatted(state.seed(), seed));
    }
  }

  private static double lastLoss(TrainingState state) {
    List<Double> losses = state.history().values("train.loss");
    return losses.isEmpty() ? Double.NaN : losses.get(losses.size() - 1);
  }

  private Snapshot snapshot(long done) {
    parts.solver().watched().checkParameters(done);
    TrainingState state =
        new TrainingState(
            parts.definition().seed(),
            done,
            metrics.save(),
            parts.observations().history(),
            average.sums(),
            memory.sweeps(),
            parts.averages().count(),
            parts.solver().watched().state());
    return new Snapshot(
        done, parts.net().name(), memory.weights(), memory.beside(), state.toJson());
  }

  /** Trains to the end, or until it is stopped. */
  TrainingResult run() {
    long start = System.nanoTime();
    parts.listeners().started();
    parts.solver().run();
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
    if (!isInterrupted()) {
      parts.tests().forEach(test -> test.test(done));
    }
  }

  private boolean isInterrupted() {
    return !parts.solver().hasEnded();
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
        isInterrupted());
  }

  /** A test of earlier weights says nothing of those that an interrupted training saved. */
  private Map<String, TestResult> lastTests() {
    Map<String, TestResult> last = new LinkedHashMap<>();
    if (!isInterrupted()) {
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
