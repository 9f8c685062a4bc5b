package org.cortado.engine.watch;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongUnaryOperator;
import org.cortado.api.NumbersException;
import org.cortado.engine.net.Net;
import org.cortado.engine.net.Parameter;

/**
 * Ends a training, or a test, whose numbers are no longer finite, and says where that began.
 *
 * <p>It costs little while all is well: a look at the loss, and one at each gradient. Only then it
 * runs the sweep again, layer by layer, on the same batch and the same random numbers.
 */
public final class WatchDog {

  private static final String HINT = "; is base_lr too high?";

  private final Net net;
  private final long seed;
  private final GradientCheck gradients;
  private Optional<Path> run = Optional.empty();
  private LongUnaryOperator batchOfSweep = LongUnaryOperator.identity();

  /**
   * Makes one that keeps nothing of a failure.
   *
   * @param seed what the net's random numbers are drawn from, for the record
   */
  public WatchDog(Net net, long seed) {
    this.net = net;
    this.seed = seed;
    gradients = new GradientCheck(net.parameters());
  }

  /** Says in which run's folder to keep what it takes to see a failure again. */
  public void keepIn(Path folder) {
    run = Optional.of(folder);
  }

  /** Says which batch a sweep shows, if it isn't the one of the sweep's number. */
  public void shows(LongUnaryOperator batch) {
    batchOfSweep = batch;
  }

  /**
   * Checks the loss of a sweep.
   *
   * @throws NumbersException if it is NaN or infinite
   */
  public void checkLoss(double loss, SweepNumber at) {
    if (!Double.isFinite(loss)) {
      throw strike(at, Failure.FORWARD, "the loss is " + loss, Optional.empty());
    }
  }

  /**
   * Checks the gradients of a sweep, before weights follow them.
   *
   * @throws NumbersException if one of them is NaN or infinite
   */
  public void checkGradients(SweepNumber at) {
    Optional<Parameter> wrong = gradients.firstWrong();
    if (wrong.isPresent()) {
      String what = "the loss is finite, but the gradient of '" + wrong.get().key() + "' isn't";
      throw strike(at, Failure.BACKWARD, what, wrong.map(this::sum));
    }
  }

  /** What there is to say where no sweep alone shows it, but the sum of those of an iteration. */
  private Finding sum(Parameter parameter) {
    Census census = Census.of(parameter.blob().diff());
    String type = net.layer(parameter.layer()).type();
    return new Finding(
        new Sight(parameter.layer(), type, parameter.key(), Side.DIFF, census), List.of());
  }

  private NumbersException strike(
      SweepNumber at, String phase, String what, Optional<Finding> otherwise) {
    Keeper keeper = new Keeper(run);
    keeper.keep(folder -> folder.saveState(net));
    Optional<Finding> found =
        origin(at.sweep(), phase.equals(Failure.BACKWARD), keeper).or(() -> otherwise);
    String message = "iteration " + at.iteration() + ": " + what + clause(found) + hint(found);
    keeper.keep(folder -> folder.save(Failure.of(at, seed, phase, message, found, keeper.batch())));
    return new NumbersException(message + keeper.words());
  }

  /** What a batch holds is a function of its number, so that data layers show it again. */
  private Optional<Finding> origin(long sweep, boolean backward, Keeper keeper) {
    net.iteration(sweep);
    net.seek(batchOfSweep.applyAsLong(sweep));
    Trace trace = new Trace(net, sight -> {});
    Optional<Finding> found = trace.forward(keeper::keepBatch);
    return found.isPresent() || !backward ? found : trace.backward();
  }

  /** The rate is not to blame for what the data bring with them. */
  private String hint(Optional<Finding> found) {
    return found
        .filter(finding -> net.layer(finding.culprit().layer()).bottoms().isEmpty())
        .map(finding -> "")
        .orElse(HINT);
  }

  private static String clause(Optional<Finding> found) {
    return found.map(finding -> "; " + finding.text()).orElse("");
  }

  /**
   * Checks what a pass of a test gave.
   *
   * @param outputs the net's outputs that are single numbers, by name
   * @param pass its number, from 0
   * @throws NumbersException if the loss or one of them is NaN or infinite
   */
  public void checkTest(double loss, Map<String, Double> outputs, long pass) {
    requireFinite("the loss", loss, pass);
    outputs.forEach((name, value) -> requireFinite("output '" + name + "'", value, pass));
  }

  private void requireFinite(String what, double value, long pass) {
    if (!Double.isFinite(value)) {
      Optional<Finding> found = origin(pass, false, new Keeper(Optional.empty()));
      throw new NumbersException(
          "pass " + (pass + 1) + " of the test: " + what + " is " + value + clause(found));
    }
  }

  /**
   * Checks the parameters: no loss has seen what the last update made of them. Forgets a failure
   * that was kept of an iteration which has gone well now.
   *
   * @param done how many iterations have been done
   * @throws NumbersException if one of them holds NaN or infinity
   */
  public void checkParameters(long done) {
    for (Parameter parameter : net.parameters()) {
      Census census = Census.of(parameter.blob().data());
      if (!census.isFinite()) {
        throw new NumbersException(
            "iteration %d: parameter '%s' holds %s; %s%s"
                .formatted(done, parameter.key(), census.place(), census.share(), HINT));
      }
    }
    run.map(FailureFolder::in).ifPresent(folder -> folder.forget(done));
  }
}
