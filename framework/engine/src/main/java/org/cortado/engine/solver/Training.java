package org.cortado.engine.solver;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.cortado.api.NumbersException;
import org.cortado.api.backend.Backend;
import org.cortado.engine.net.Net;
import org.cortado.engine.net.NetFactory;
import org.cortado.engine.plugin.LayerCatalogue;
import org.cortado.engine.record.Manifest;
import org.cortado.engine.snapshot.SnapshotException;

/**
 * A training from its files to its results: builds the nets, puts the solver and its listeners
 * together, fills the run's folder.
 */
public final class Training implements AutoCloseable {

  private final RunRecord record;
  private final RunManifest manifest;
  private final TrainingNets nets;
  private final TrainingParts parts;
  private final Optional<StartWeights> start;
  private Optional<LoadReport> loaded = Optional.empty();
  private volatile Optional<TrainingRun> run = Optional.empty();

  /**
   * Builds all that a training needs and writes nothing.
   *
   * @throws org.cortado.engine.definition.DefinitionException with what is wrong with the files
   * @throws org.cortado.api.DataException if data are missing or unreadable
   */
  public Training(
      TrainingFiles files, RunSettings settings, LayerCatalogue catalogue, Backend backend) {
    this(files, settings, catalogue, backend, Observers.NONE);
  }

  /**
   * Builds all that a training needs and writes nothing.
   *
   * @param observers look closer at it, and have what they find written down
   * @throws org.cortado.engine.definition.DefinitionException with what is wrong with the files
   * @throws org.cortado.api.DataException if data are missing or unreadable
   */
  public Training(
      TrainingFiles files,
      RunSettings settings,
      LayerCatalogue catalogue,
      Backend backend,
      Observers observers) {
    record = new RunRecord(files, catalogue);
    start = files.solver().definition().weights();
    nets = TrainingNets.build(files, settings, new NetFactory(catalogue, backend));
    manifest = new RunManifest(files, settings, nets, backend);
    try {
      Observers named = new PluginListeners(catalogue, files.solver().name());
      parts = parts(files.solver(), backend, observers.and(named));
    } catch (RuntimeException | Error e) {
      // Memory that runs out is an Error.
      nets.close();
      throw e;
    }
  }

  private TrainingParts parts(SolverFile file, Backend backend, Observers observers) {
    SolverDefinition definition = file.at(nets.pace(file.definition().iterSize()));
    new MetricNames(file, nets).check(definition);
    Listeners listeners = new Listeners();
    Averages averages = new Averages(definition.average(), nets.train().parameters(), backend);
    List<TestSchedule> tests = new ArrayList<>();
    for (int i = 0; i < nets.tests().size(); i++) {
      Tester tester = nets.tests().get(i).tester(file);
      tests.add(new TestSchedule(definition.test().get(i), tester, averages, listeners));
    }
    Observations observations = new Observations();
    Solver solver = new Solver(nets.train(), definition, backend, listeners, observations::history);
    return new TrainingParts(
        definition, nets, solver, tests, averages, observations, observers, listeners);
  }

  /** Returns the net that learns, with its first weights; others may be loaded into it. */
  public Net net() {
    return nets.train();
  }

  /** Returns after how many iterations it ends, if nothing ends it earlier. */
  public long lastIteration() {
    return parts.definition().maxIter();
  }

  /**
   * Loads the weights that the solver's file says to begin with, unless that has been done.
   *
   * <p>What trains from the first iteration does so by itself, but one may want to know before.
   *
   * @return what was loaded; empty if the file names no weights
   * @throws org.cortado.engine.format.WeightsException if they don't go with the net
   */
  public Optional<LoadReport> loadStartWeights() {
    if (loaded.isEmpty()) {
      loaded = start.map(weights -> StartWeightsLoader.load(nets.train(), weights));
    }
    return loaded;
  }

  /**
   * Trains to the end, or until {@link #stop} is called; to be called once.
   *
   * @param folder gets all that is kept
   * @param listener is told what happens
   * @throws NumbersException if a loss, gradient, test or parameter becomes NaN or infinite;
   *     snapshots saved before stay
   */
  public TrainingResult run(RunFolder folder, SolverListener listener) {
    loadStartWeights();
    Manifest begun = manifest.begin(folder);
    record.write(folder);
    return run(TrainingRun.begin(parts, folder, listener), folder, begun);
  }

  /**
   * Goes on with a training where its newest whole snapshot was taken, or from the beginning where
   * there is none, and with the weights to begin with only then; to be called once, instead of
   * {@link #run}.
   *
   * @param folder of a run of these files, in which no other process trains
   * @param listener is told what happens
   * @param note is told where it goes on, which snapshots are damaged, and what has become
   *     different since it began: versions, threads, the machine, data
   * @throws SnapshotException if the snapshot is of another training
   */
  public TrainingResult resume(RunFolder folder, SolverListener listener, Consumer<String> note) {
    try (TrainingRun resumed =
        TrainingRun.resume(parts, folder, listener, note, this::loadStartWeights)) {
      return run(resumed, folder, goOn(resumed, folder, note));
    }
  }

  private Manifest goOn(TrainingRun resumed, RunFolder folder, Consumer<String> note) {
    try {
      Manifest goingOn = manifest.resume(folder, parts.solver().done(), note);
      record.update(folder);
      return goingOn;
    } catch (RuntimeException e) {
      resumed.fail(e);
      throw e;
    }
  }

  private TrainingResult run(TrainingRun opened, RunFolder folder, Manifest begun) {
    try (opened) {
      run = Optional.of(opened);
      TrainingResult result = opened.run();
      RunManifest.end(folder, begun, result);
      return result;
    }
  }

  /** Returns what the manifest of a run would say that began now. */
  public Manifest manifest() {
    return manifest.now();
  }

  /** Asks for an end after the iteration at hand, all saved. May be called by any thread. */
  public void stop() {
    parts.solver().stop();
  }

  /** Asks for an end after so many iterations, all saved; to be called before the training runs. */
  public void stopAfter(long iterations) {
    if (iterations == 0) {
      stop();
    }
    parts
        .listeners()
        .add(
            new SolverListener() {
              @Override
              public void iterationDone(IterationReport report) {
                if (report.iteration() == iterations) {
                  stop();
                }
              }
            });
  }

  /** Asks for a snapshot after the iteration at hand. May be called by any thread. */
  public void requestSnapshot() {
    run.ifPresent(TrainingRun::requestSnapshot);
  }

  /** Frees the nets and what the solver remembers; what was saved stays. */
  @Override
  public void close() {
    try {
      parts.solver().close();
      parts.averages().close();
    } finally {
      nets.close();
    }
  }
}
