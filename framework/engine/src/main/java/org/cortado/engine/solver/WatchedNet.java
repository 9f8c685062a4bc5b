package org.cortado.engine.solver;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.LongUnaryOperator;
import org.cortado.engine.net.Net;
import org.cortado.engine.update.ParameterNorms;
import org.cortado.engine.update.ParameterUpdater;
import org.cortado.engine.watch.SweepNumber;
import org.cortado.engine.watch.Warnings;
import org.cortado.engine.watch.WatchDog;
import org.cortado.engine.watch.WatchOptions;
import org.cortado.engine.watch.WatchState;

/**
 * A net that learns, with those that watch it.
 *
 * <p>They look at what there is at that moment anyway, so that nothing is computed otherwise than
 * without them: layers one by one in iterations that end in a display, and the norms of updates.
 */
final class WatchedNet {

  private final Net net;
  private final SolverListener listener;
  private final WatchDog dog;
  private final Optional<Warnings> warnings;
  private final boolean checksGradients;
  private final long display;
  private final long last;
  private final int passes;
  private long iteration;

  /**
   * Makes one.
   *
   * @param listener is told what looks wrong
   */
  WatchedNet(Net net, SolverDefinition definition, SolverListener listener) {
    WatchOptions options = definition.watch().orElse(WatchOptions.DEFAULT);
    this.net = net;
    this.listener = listener;
    dog = new WatchDog(net, definition.seed());
    warnings =
        options.warnings()
            ? Optional.of(new Warnings(net, options, definition.baseLr(), this::warn))
            : Optional.empty();
    checksGradients = options.gradients();
    display = definition.display();
    last = definition.maxIter();
    passes = definition.iterSize();
  }

  /** Says in which run's folder to keep what it takes to see a failure again. */
  void keepIn(Path folder) {
    dog.keepIn(folder);
  }

  /** Says which batch a sweep shows, if it isn't the one of the sweep's number. */
  void shows(LongUnaryOperator batchOfSweep) {
    dog.shows(batchOfSweep);
  }

  /** Looks at the weights that a training begins with. */
  void begin() {
    warnings.ifPresent(Warnings::begin);
  }

  /**
   * Runs forward and backward once; returns the loss.
   *
   * <p>Each pass over a batch has a number of its own, which its random numbers are keyed by.
   *
   * @param done how many iterations came before
   * @param pass which one of this iteration, from 0
   */
  double sweep(long done, int pass) {
    SweepNumber number = new SweepNumber(done + 1, done * passes + pass);
    iteration = number.iteration();
    net.iteration(number.sweep());
    forward(pass == 0 && warnings.isPresent() && isDisplayed());
    double loss = net.loss();
    dog.checkLoss(loss, number);
    if (number.sweep() == 0) {
      warnings.ifPresent(Warnings::firstSweep);
    }
    net.backward();
    if (checksGradients) {
      dog.checkGradients(number);
    }
    return loss;
  }

  private boolean isDisplayed() {
    return iteration == last || (display > 0 && iteration % display == 0);
  }

  private void warn(String text) {
    listener.warned(iteration, text);
  }

  private void forward(boolean lookedAt) {
    for (int i = 0; i < net.layers().size(); i++) {
      net.forward(i, i + 1);
      if (lookedAt) {
        warnings.orElseThrow().forwarded(net.layers().get(i));
      }
    }
  }

  /** Lets the weights follow their gradients. */
  void update(ParameterUpdater updater, double rate) {
    if (isDisplayed()) {
      List<ParameterNorms> norms = updater.measuredUpdate(rate, iteration);
      warnings.ifPresent(all -> all.updated(norms, rate));
      listener.updated(iteration, norms);
    } else {
      updater.update(rate, iteration);
    }
  }

  /**
   * Checks the parameters before they are saved.
   *
   * @throws org.cortado.api.NumbersException if one of them holds NaN or infinity
   */
  void checkParameters(long done) {
    dog.checkParameters(done);
  }

  /** Returns what warnings depend on. */
  WatchState state() {
    return warnings.map(Warnings::state).orElse(WatchState.NONE);
  }

  /** Goes on from an earlier training. */
  void resume(WatchState state) {
    warnings.ifPresent(all -> all.resume(state));
  }
}
