package org.cortado.engine.solver;

import org.cortado.api.NumbersException;
import org.cortado.api.backend.Backend;
import org.cortado.engine.net.Net;

/**
 * The loop of a training: forward, backward, update.
 *
 * <p>One iteration goes as in Caffe: the gradients of parameters are cleared, the net runs forward
 * and backward, weight decay is added to the gradients, and the weights follow them at the rate of
 * the policy. All else listens.
 */
public final class Solver implements AutoCloseable {

  private static final double NANOS = 1e-9;

  private final Net net;
  private final SolverDefinition definition;
  private final SolverListener listener;
  private final ParameterUpdater updater;
  private final FiniteCheck finite;
  private final ScalarOutputs outputs;
  private long done;
  private double seconds;
  private volatile boolean stopping;

  /**
   * Makes a solver that begins at the first iteration.
   *
   * @param net is trained; stays its owner's
   * @param listener is told of each iteration
   */
  public Solver(Net net, SolverDefinition definition, Backend backend, SolverListener listener) {
    this.net = net;
    this.definition = definition;
    this.listener = listener;
    updater = new ParameterUpdater(net.parameters(), definition, backend);
    finite = new FiniteCheck(net);
    outputs = new ScalarOutputs(net);
  }

  /**
   * Trains until {@code max_iter} iterations have been done, or {@link #stop} is called.
   *
   * @throws NumbersException if the loss becomes NaN or infinite
   */
  public void run() {
    while (done < definition.maxIter() && !stopping) {
      listener.iterationStarting(done);
      listener.iterationDone(iterate());
    }
  }

  private IterationReport iterate() {
    long start = System.nanoTime();
    net.clearParameterDiffs();
    net.iteration(done);
    net.forward();
    double loss = net.loss();
    finite.check(loss, done + 1);
    net.backward();
    double rate = definition.lrPolicy().rate(definition.baseLr(), done, definition.maxIter());
    updater.update(rate);
    done++;
    seconds += (System.nanoTime() - start) * NANOS;
    return new IterationReport(done, loss, rate, outputs.items(), outputs.values());
  }

  /** Asks the loop to end after the iteration that it is in. May be called by any thread. */
  public void stop() {
    stopping = true;
  }

  /** Returns whether {@link #stop} has been called. */
  public boolean isStopping() {
    return stopping;
  }

  /** Returns how many iterations have been done. */
  public long done() {
    return done;
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
