package org.cortado.engine.solver;

import java.util.Optional;
import org.cortado.api.Phase;
import org.cortado.engine.definition.DefinitionException;
import org.cortado.engine.definition.NetDefinition;
import org.cortado.engine.definition.Place;
import org.cortado.engine.definition.Problems;
import org.cortado.engine.net.Net;
import org.cortado.engine.net.NetFactory;
import org.cortado.engine.net.NetSettings;

/**
 * The two nets of a training: the one that learns, and the one that tests what it learned.
 *
 * @param train learns
 * @param test shares its parameters, if there are to be tests
 */
record TrainingNets(Net train, Optional<Net> test) implements AutoCloseable {

  /**
   * Builds both.
   *
   * @throws DefinitionException with what is wrong in either phase
   */
  static TrainingNets build(TrainingFiles files, RunSettings run, NetFactory factory) {
    SolverDefinition definition = files.solver().definition();
    NetSettings settings =
        NetSettings.of(Phase.TRAIN, definition.seed(), run.dataFolder())
            .at(definition.state(Phase.TRAIN))
            .sharingMemory();
    NetSettings testing = settings.at(definition.state(Phase.TEST));
    Net train = buildTrain(files.net(), settings, testing, factory);
    try {
      requireLoss(files.net(), train);
      Optional<Net> test =
          definition.test().map(asked -> factory.buildSharing(files.net(), testing, train));
      return new TrainingNets(train, test);
    } catch (RuntimeException | Error e) {
      train.close();
      throw e;
    }
  }

  private static Net buildTrain(
      NetDefinition net, NetSettings settings, NetSettings testing, NetFactory factory) {
    try {
      return factory.build(net, settings);
    } catch (DefinitionException e) {
      throw withTestPhase(e, net, testing, factory);
    }
  }

  /** A user who has to mend the file anyway wants to know all that is wrong with it. */
  private static DefinitionException withTestPhase(
      DefinitionException found, NetDefinition net, NetSettings testing, NetFactory factory) {
    Problems problems = new Problems();
    found.problems().forEach(problems::add);
    factory.check(net, testing, problems, new Problems());
    return new DefinitionException(problems.sorted());
  }

  private static void requireLoss(NetDefinition definition, Net net) {
    boolean hasLoss =
        net.layers().stream().anyMatch(layer -> layer.lossWeights().stream().anyMatch(w -> w != 0));
    if (!hasLoss) {
      Problems problems = new Problems();
      problems.add(
          Place.whole(definition.file().toString()),
          "net '"
              + net.name()
              + "' has no loss in the train phase, so that nothing can be learned");
      problems.throwIfAny();
    }
  }

  /**
   * Returns a tester of the test net, as a solver file asks for it.
   *
   * @throws DefinitionException if the file says how long a test is where the data tell, or doesn't
   *     where they can't
   */
  static Tester tester(SolverFile solver, SolverDefinition.Test test, Net net) {
    Optional<Tester> ofAllItems = Tester.ofAllItems(net);
    Problems problems = new Problems();
    if (ofAllItems.isPresent() && test.iterations().isPresent()) {
      problems.add(
          solver.place("test", "iterations"),
          "test.iterations is for nets without a data layer; a test of net '"
              + net.name()
              + "' ends when each item was shown once");
    }
    if (ofAllItems.isEmpty() && test.iterations().isEmpty()) {
      problems.add(
          solver.place("test"),
          "test.iterations is missing: net '"
              + net.name()
              + "' has no data layer in the test phase that tells how long a test is");
    }
    problems.throwIfAny();
    return ofAllItems.orElseGet(() -> Tester.ofPasses(net, test.iterations().orElse(1L)));
  }

  @Override
  public void close() {
    try {
      test.ifPresent(Net::close);
    } finally {
      train.close();
    }
  }
}
