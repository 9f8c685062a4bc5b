package org.cortado.engine.solver;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cortado.api.InvalidLayerException;
import org.cortado.api.Phase;
import org.cortado.api.option.Default;
import org.cortado.api.option.Help;
import org.cortado.api.option.Iterations;
import org.cortado.api.option.Range;
import org.cortado.api.rate.LearningRatePolicy;
import org.cortado.api.training.TrainingListener;
import org.cortado.api.update.UpdateRule;
import org.cortado.engine.definition.MapNode;
import org.cortado.engine.definition.NetState;
import org.cortado.engine.rate.Goal;
import org.cortado.engine.update.Clipping;
import org.cortado.engine.update.Decay;
import org.cortado.engine.update.Regularizer;
import org.cortado.engine.update.UpdateSettings;
import org.cortado.engine.update.WeightAveraging;
import org.cortado.engine.watch.WatchOptions;

/**
 * What a solver file says.
 *
 * <p>The keys are Caffe's, save that what belongs to tests and snapshots is kept together.
 */
public record SolverDefinition(
    @Help("the net's file, relative to the solver's") Path net,
    @Default("SGD") @Help("how weights follow their gradient") UpdateRule type,
    @Range(min = 0) @Help("the learning rate to begin with") double baseLr,
    @Default("fixed") @Help("how the learning rate changes") LearningRatePolicy lrPolicy,
    @Help("short for the option of that name of the type") Optional<Double> momentum,
    @Help("short for the option of that name of the type") Optional<Double> momentum2,
    @Help("short for the option of that name of the type") Optional<Double> delta,
    @Help("short for the option of that name of the type") Optional<Double> rmsDecay,
    @Default("0") @Range(min = 0) @Help("how strongly weights are drawn towards 0")
        float weightDecay,
    @Default("l2") @Help("whether squares (l2) or amounts (l1) of weights are held down")
        Regularizer regularizationType,
    @Default("false") @Help("whether decay acts on weights themselves, and not on gradients")
        boolean decoupledDecay,
    @Range(above = 0) @Help("the greatest L2 norm of all gradients together")
        Optional<Double> clipGradients,
    @Range(above = 0) @Help("the greatest amount of each element of a gradient")
        Optional<Double> clipValues,
    @Default("false") @Help("whether to clip, as Caffe does, the sum over iter_size, not the mean")
        boolean clipSums,
    @Range(above = 0) @Help("the greatest L2 norm of the weights of one output")
        Optional<Double> maxNorm,
    @Default("1") @Range(min = 1) @Help("how many batches an iteration adds the gradients of")
        int iterSize,
    @Iterations @Range(min = 1) @Help("how many iterations to train") long maxIter,
    @Default("100")
        @Iterations
        @Range(min = 0)
        @Help("report every so many iterations; 0 for the end only")
        long display,
    @Help("values for the net's variables, such as {width: 64}") Optional<MapNode> vars,
    @Help("the level and the stages of the net that learns") Optional<State> trainState,
    @Help("the level and the stages of the net that tests") Optional<State> testState,
    @Help("when to test; not at all where it is left out") List<Test> test,
    @Help("when to save snapshots; at the end only where it is left out")
        Optional<Snapshot> snapshot,
    @Help("keeps an average of the weights, which is what is tested and saved at the end")
        Optional<WeightAveraging> average,
    @Help("trained weights to begin with: a file, or {file: , rename: , skip: , strict: }")
        Optional<StartWeights> weights,
    @Help("what is settled of parameters that patterns pick; later rules overrule earlier ones")
        List<ParameterOptions> parameters,
    @Help("ends the training when a metric gets no better") Optional<EarlyStopping> earlyStopping,
    @Help("what to look out for; all of it if left out") Optional<WatchOptions> watch,
    @Help("what plug-ins offer to be told of the training")
        List<TrainingListener.Options> listeners,
    @Default("1") @Help("what all random numbers are drawn from") long seed) {

  /**
   * Copies the lists.
   *
   * @throws InvalidLayerException if two tests have one name
   */
  public SolverDefinition {
    test = List.copyOf(test);
    parameters = List.copyOf(parameters);
    listeners = List.copyOf(listeners);
    List<String> names = test.stream().map(Test::name).toList();
    if (Set.copyOf(names).size() < names.size()) {
      throw new InvalidLayerException("each test needs a name of its own, but they are " + names);
    }
  }

  /** Returns how parameters are updated. */
  UpdateSettings updates() {
    return new UpdateSettings(
        type,
        new Decay(regularizationType, weightDecay, decoupledDecay),
        new Clipping(clipGradients, clipValues, clipSums),
        iterSize,
        maxNorm);
  }

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

  /** Returns what the net of a test is built for. */
  NetState state(Test test) {
    return test.state().map(own -> own.in(Phase.TEST)).orElseGet(() -> state(Phase.TEST));
  }

  /** Returns what the net that learns, or those that test, are built for. */
  public NetState state(Phase phase) {
    return (phase == Phase.TRAIN ? trainState : testState).orElse(State.PLAIN).in(phase);
  }

  /**
   * When to test and with what. A training that isn't interrupted always ends in every test.
   *
   * <p>All tests share the weights that are learned.
   */
  public record Test(
      @Default("test") @Help("what its results are called by, where there are several tests")
          String name,
      @Help("another net's file, relative to the solver's; the net that learns if left out")
          Optional<Path> net,
      @Help("the level and the stages of its net; those of test_state if left out")
          Optional<State> state,
      @Default("0")
          @Iterations
          @Range(min = 0)
          @Help("before every so many iterations; 0 for the end only")
          long interval,
      @Default("true") @Help("whether to test before the first iteration") boolean initialization,
      @Range(min = 1) @Help("how many passes a test is, where the net has no data layer to tell")
          Optional<Long> iterations) {

    /** The name of a test that is given none. */
    static final String PLAIN_NAME = "test";

    /** Returns whether to test before an iteration, counted from 0. */
    boolean isDue(long iteration) {
      return interval > 0 && iteration % interval == 0 && (iteration > 0 || initialization);
    }
  }

  /** When to save snapshots, and which of them to keep. One is always saved at the end. */
  public record Snapshot(
      @Default("0")
          @Iterations
          @Range(min = 0)
          @Help("after every so many iterations; 0 for the end only")
          long interval,
      @Default("0") @Range(min = 0) @Help("how many of the last to keep; 0 for all") int keep,
      @Default("0")
          @Iterations
          @Range(min = 0)
          @Help("keeps those of every so many iterations, however old; 0 for none")
          long keepEvery,
      @Help("which weights to keep as best.safetensors; none if left out") Optional<Best> best) {

    /** Returns whether to save after so many iterations. */
    boolean isDue(long done) {
      return interval > 0 && done % interval == 0;
    }

    /** Returns whether the snapshot of an iteration is kept, however old. */
    boolean keepsForever(long iteration) {
      return keepEvery > 0 && iteration % keepEvery == 0;
    }
  }

  /** Which weights are the best of a training. */
  public record Best(
      @Help("a metric of a test, such as test.accuracy") String metric,
      @Default("auto") @Help("whether it shall fall (min) or rise (max); auto by its name")
          Goal goal) {}
}
