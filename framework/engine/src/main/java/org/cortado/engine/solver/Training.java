package org.cortado.engine.solver;

import java.util.Optional;
import org.cortado.api.NumbersException;
import org.cortado.api.backend.Backend;
import org.cortado.engine.net.Net;
import org.cortado.engine.net.NetFactory;
import org.cortado.engine.plugin.LayerCatalogue;

/**
 * A training from its files to its results: builds the nets, puts the solver and its listeners
 * together, fills the run's folder.
 */
public final class Training implements AutoCloseable {

  private static final double NANOS = 1e-9;

  private final TrainingFiles files;
  private final RunSettings settings;
  private final Backend backend;
  private final SolverDefinition definition;
  private final TrainingNets nets;
  private final Listeners listeners = new Listeners();
  private final DisplayAverage average;
  private final Optional<TestSchedule> tests;
  private final Solver solver;

  /**
   * Builds all that a training needs and writes nothing.
   *
   * @throws org.cortado.engine.definition.DefinitionException with what is wrong with the files
   * @throws org.cortado.api.DataException if data are missing or unreadable
   */
  public Training(
      TrainingFiles files, RunSettings settings, LayerCatalogue catalogue, Backend backend) {
    this.files = files;
    this.settings = settings;
    this.backend = backend;
    definition = files.solver().definition();
    nets = TrainingNets.build(files, settings, new NetFactory(catalogue, backend));
    average = new DisplayAverage(definition.display(), listeners);
    try {
      tests = nets.test().flatMap(this::schedule);
      solver = new Solver(nets.train(), definition, backend, listeners);
    } catch (RuntimeException | Error e) {
      // Memory that runs out is an Error.
      nets.close();
      throw e;
    }
  }

  private Optional<TestSchedule> schedule(Net net) {
    return definition
        .test()
        .map(
            test ->
                new TestSchedule(test, TrainingNets.tester(files.solver(), test, net), listeners));
  }

  /** Returns the net that learns, with its first weights; others may be loaded into it. */
  public Net net() {
    return nets.train();
  }

  /**
   * Trains to the end, or until {@link #stop} is called; to be called once.
   *
   * @param folder gets all that is kept
   * @param listener is told what happens
   * @throws NumbersException if the loss, a test or a parameter becomes NaN or infinite; snapshots
   *     saved before stay
   */
  public TrainingResult run(RunFolder folder, SolverListener listener) {
    long start = System.nanoTime();
    new RunRecord(files, settings, backend).write(folder);
    try (MetricsFile metrics = new MetricsFile(folder.metrics())) {
      SnapshotSchedule snapshots =
          new SnapshotSchedule(definition.snapshot(), nets.train(), folder, listeners);
      listeners.add(metrics);
      listeners.add(listener);
      tests.ifPresent(listeners::add);
      listeners.add(average);
      listeners.add(snapshots);
      listeners.started();
      solver.run();
      conclude(snapshots);
      TrainingResult result = result(folder, (System.nanoTime() - start) * NANOS);
      listeners.finished(result);
      return result;
    }
  }

  /** An interrupted training saves what it has and leaves at once. */
  private void conclude(SnapshotSchedule snapshots) {
    average.flush();
    new FiniteCheck(nets.train()).checkParameters(solver.done());
    if (isInterrupted()) {
      snapshots.save(solver.done());
    }
    snapshots.saveLast(solver.done());
    if (!isInterrupted()) {
      tests.ifPresent(test -> test.test(solver.done()));
    }
  }

  /** A test of earlier weights says nothing of those that an interrupted training saved. */
  private Optional<TestResult> lastTest() {
    return isInterrupted() ? Optional.empty() : tests.flatMap(TestSchedule::last);
  }

  private boolean isInterrupted() {
    return solver.done() < definition.maxIter();
  }

  private TrainingResult result(RunFolder folder, double seconds) {
    return new TrainingResult(
        solver.done(),
        seconds,
        solver.done() == 0 ? 0 : solver.done() / solver.seconds(),
        average.loss(),
        lastTest(),
        folder.weights(),
        folder.path(),
        isInterrupted());
  }

  /** Asks for an end after the iteration at hand, weights saved. May be called by any thread. */
  public void stop() {
    solver.stop();
  }

  /** Frees the nets and what the solver remembers; what was saved stays. */
  @Override
  public void close() {
    try {
      solver.close();
    } finally {
      nets.close();
    }
  }
}
