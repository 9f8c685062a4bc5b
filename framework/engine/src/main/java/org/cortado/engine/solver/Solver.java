package org.cortado.engine.solver;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.cortado.api.NumbersException;
import org.cortado.api.backend.Backend;
import org.cortado.api.blob.Tensor;
import org.cortado.api.rate.History;
import org.cortado.api.rate.LearningRatePolicy;
import org.cortado.api.rate.Moment;
import org.cortado.engine.net.Net;
import org.cortado.engine.plugin.PluginFault;
import org.cortado.engine.update.ParameterUpdater;

/**
 * The loop of a training: forward, backward, update.
 *
 * <p>One iteration goes as in Caffe: the gradients of parameters are cleared, the net runs forward
 * and backward {@code iter_size} times, weight decay is added to the gradients, and the weights
 * follow them at the rate of the policy. All else listens.
 */
public final class Solver implements AutoCloseable {

  private static final double NANOS = 1e-9;

  private final WatchedNet watched;
  private final Net net;
  private final SolverDefinition definition;
  private final SolverListener listener;
  private final Supplier<History> history;
  private final ParameterUpdater updater;
  private final ScalarOutputs outputs;
  private final RoundMetrics metrics;
  private final WeightedMeans means = new WeightedMeans();
  private long done;
  private long doneBefore;
  private double seconds;
  private Optional<String> endReason = Optional.empty();
  private volatile boolean stopping;

  /**
   * Makes a solver that begins at the first iteration.
   *
   * @param net is trained; stays its owner's
   * @param listener is told of each iteration
   */
  public Solver(Net net, SolverDefinition definition, Backend backend, SolverListener listener) {
    this(net, definition, backend, listener, () -> History.NONE);
  }

  /**
   * Makes a solver whose learning rate may depend on what has been measured.
   *
   * @param net is trained; stays its owner's
   * @param listener is told of each iteration
   * @param history knows what has been measured so far
   */
  Solver(
      Net net,
      SolverDefinition definition,
      Backend backend,
      SolverListener listener,
      Supplier<History> history) {
    this.net = net;
    watched = new WatchedNet(net, definition, listener);
    this.definition = definition;
    this.listener = listener;
    this.history = history;
    updater = new ParameterUpdater(net.parameters(), definition.updates(), backend);
    outputs = new ScalarOutputs(net);
    metrics = new RoundMetrics(net, outputs.names());
  }

  /**
   * Trains until {@code max_iter} iterations have been done, or {@link #stop} is called.
   *
   * @throws NumbersException if the loss or a gradient becomes NaN or infinite
   */
  public void run() {
    if (done == 0) {
      watched.begin();
    }
    while (done < definition.maxIter() && !stopping && endReason.isEmpty()) {
      listener.iterationStarting(done);
      if (endReason.isEmpty()) {
        listener.iterationDone(iterate());
      }
    }
  }

  private IterationReport iterate() {
    long start = System.nanoTime();
    net.clearParameterDiffs();
    means.clear();
    metrics.begin();
    int items = 0;
    for (int pass = 0; pass < definition.iterSize(); pass++) {
      means.add(watched.sweep(done, pass), outputs.values(), 1);
      items += outputs.items();
    }
    double rate = rate();
    update(rate);
    done++;
    seconds += (System.nanoTime() - start) * NANOS;
    return new IterationReport(done, means.loss(), rate, items, means.values());
  }

  private void update(double rate) {
    PluginFault.guard(
        definition.type().getClass(),
        "at iteration " + done + " update rule",
        () -> {
          watched.update(updater, rate);
          return done;
        });
  }

  private double rate() {
    Moment now = new Moment(done, definition.maxIter(), history.get());
    LearningRatePolicy policy = definition.lrPolicy();
    return PluginFault.guard(
        policy.getClass(),
        "at iteration " + done + " learning rate policy",
        () -> policy.rate(definition.baseLr(), now));
  }

  /** Goes on after so many iterations, with the batch that would have come next. */
  void resume(long earlier) {
    done = earlier;
    doneBefore = earlier;
    net.seek(done * definition.iterSize());
  }

  /**
   * Ends the loop before the next iteration; to be called by a listener.
   *
   * @param reason why, in words
   */
  void end(String reason) {
    endReason = Optional.of(reason);
  }

  /** Returns why it has ended early, if it has. */
  Optional<String> endReason() {
    return endReason;
  }

  /** Returns whether the loop has come to its end, and not been stopped before. */
  boolean hasEnded() {
    return endReason.isPresent() || done >= definition.maxIter();
  }

  /** Asks the loop to end after the iteration that it is in. May be called by any thread. */
  public void stop() {
    stopping = true;
  }

  /** Returns whether {@link #stop} has been called. */
  public boolean isStopping() {
    return stopping;
  }

  /** Returns the net that learns, and those that watch it. */
  WatchedNet watched() {
    return watched;
  }

  /** Returns how many iterations have been done. */
  public long done() {
    return done;
  }

  /** Returns how many of them have been done since the training began or went on. */
  long doneHere() {
    return done - doneBefore;
  }

  /** Returns what the update rule remembers, by name. */
  Map<String, Tensor> memory() {
    return updater.histories();
  }

  /** Returns the seconds spent in iterations, without what listeners did. */
  public double seconds() {
    return seconds;
  }

  /** Frees what the update rule remembers. */
  @Override
  public void close() {
    updater.close();
  }
}
