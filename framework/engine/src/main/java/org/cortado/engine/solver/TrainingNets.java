package org.cortado.engine.solver;

import java.util.ArrayList;
import java.util.List;
import org.cortado.api.Phase;
import org.cortado.engine.definition.DefinitionException;
import org.cortado.engine.definition.NetDefinition;
import org.cortado.engine.definition.Pace;
import org.cortado.engine.definition.Place;
import org.cortado.engine.definition.Problems;
import org.cortado.engine.net.Net;
import org.cortado.engine.net.NetFactory;
import org.cortado.engine.net.NetSettings;

/**
 * The nets of a training: the one that learns, and those that test what it learned.
 *
 * @param train learns
 * @param tests share its parameters
 */
record TrainingNets(Net train, List<TestNet> tests) implements AutoCloseable {

  TrainingNets {
    tests = List.copyOf(tests);
  }

  /**
   * Builds all of them.
   *
   * @throws DefinitionException with what is wrong in any of them
   */
  static TrainingNets build(TrainingFiles files, RunSettings run, NetFactory factory) {
    SolverDefinition definition = files.solver().definition();
    NetSettings settings = files.solver().learning(run.dataFolder()).sharingMemory();
    Net train = buildTrain(files, settings, factory);
    List<TestNet> tests = new ArrayList<>();
    try {
      requireLoss(files.net(), train);
      for (SolverDefinition.Test test : definition.test()) {
        NetSettings testing = settings.at(definition.state(test));
        tests.add(new TestNet(test, factory.buildSharing(files.net(test), testing, train)));
      }
      return new TrainingNets(train, tests);
    } catch (RuntimeException | Error e) {
      new TrainingNets(train, tests).close();
      throw e;
    }
  }

  private static Net buildTrain(TrainingFiles files, NetSettings settings, NetFactory factory) {
    try {
      return factory.build(files.net(), settings);
    } catch (DefinitionException e) {
      SolverDefinition definition = files.solver().definition();
      throw withTestPhase(e, files.net(), settings.at(definition.state(Phase.TEST)), factory);
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
    if (!net.hasLoss()) {
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
   * Returns how fast a training goes through its data: through those of its first data layer.
   *
   * @param iterSize how many batches an iteration shows
   */
  Pace pace(int iterSize) {
    return new ScalarOutputs(train).pace(iterSize);
  }

  @Override
  public void close() {
    try {
      tests.forEach(test -> test.net().close());
    } finally {
      train.close();
    }
  }
}
