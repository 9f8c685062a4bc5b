package org.cortado.engine.solver;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cortado.api.Phase;
import org.cortado.api.option.Default;
import org.cortado.api.option.Help;
import org.cortado.api.option.Range;
import org.cortado.engine.definition.MapNode;
import org.cortado.engine.definition.NetState;

/**
 * What a solver file says.
 *
 * <p>The keys are Caffe's, save that what belongs to tests and snapshots is kept together.
 */
public record SolverDefinition(
    @Help("the net's file, relative to the solver's") Path net,
    @Default("SGD") @Help("how weights follow their gradient: SGD") String type,
    @Range(min = 0) @Help("the learning rate to begin with") double baseLr,
    @Default("fixed") @Help("how the learning rate changes") LearningRatePolicy lrPolicy,
    @Default("0") @Range(min = 0, below = 1) @Help("how much of the last change is made again")
        float momentum,
    @Default("0") @Range(min = 0) @Help("how strongly weights are drawn towards 0")
        float weightDecay,
    @Default("l2") @Help("whether squares (l2) or amounts (l1) of weights are held down")
        Regularizer regularizationType,
    @Range(min = 1) @Help("how many iterations to train") long maxIter,
    @Default("100") @Range(min = 0) @Help("report every so many iterations; 0 for the end only")
        long display,
    @Help("values for the net's variables, such as {width: 64}") Optional<MapNode> vars,
    @Help("the level and the stages of the net that learns") Optional<State> trainState,
    @Help("the level and the stages of the net that tests") Optional<State> testState,
    @Help("when to test; not at all where it is left out") Optional<Test> test,
    @Help("when to save weights; at the end only where it is left out") Optional<Snapshot> snapshot,
    @Default("1") @Help("what all random numbers are drawn from") long seed) {

  /** What a net is built for beside its phase. */
  public record State(
      @Default("0") @Help("what the rules of layers compare with their levels") int level,
      @Help("what the rules of layers ask for or against") List<String> stage) {

    private static final State PLAIN = new State(0, List.of());

    /** Copies the list. */
    public State {
      stage = List.copyOf(stage);
    }

    private NetState in(Phase phase) {
      return new NetState(phase, level, Set.copyOf(stage));
    }
  }

  /** Returns what the net that learns, or the one that tests, is built for. */
  NetState state(Phase phase) {
    return (phase == Phase.TRAIN ? trainState : testState).orElse(State.PLAIN).in(phase);
  }

  /** When to test. A training that isn't interrupted always ends in a test. */
  public record Test(
      @Default("0") @Range(min = 0) @Help("before every so many iterations; 0 for the end only")
          long interval,
      @Default("true") @Help("whether to test before the first iteration") boolean initialization,
      @Range(min = 1) @Help("how many passes a test is, where the net has no data layer to tell")
          Optional<Long> iterations) {

    /** Returns whether to test before an iteration, counted from 0. */
    boolean isDue(long iteration) {
      return interval > 0 && iteration % interval == 0 && (iteration > 0 || initialization);
    }
  }

  /** When to save weights. They are always saved at the end. */
  public record Snapshot(@Range(min = 1) @Help("after every so many iterations") long interval) {

    /** Returns whether to save after so many iterations. */
    boolean isDue(long done) {
      return done % interval == 0;
    }
  }
}
