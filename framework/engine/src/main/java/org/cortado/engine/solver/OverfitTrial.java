package org.cortado.engine.solver;

import java.util.function.LongSupplier;
import org.cortado.api.backend.Backend;
import org.cortado.engine.net.Net;

/**
 * Trains a net on its first batch again and again: one that can't learn even that by heart has
 * something wrong with it.
 */
public final class OverfitTrial {

  private static final double NANOS = 1e-9;

  /** The part of the first loss that the net must come down to. */
  public static final double ENOUGH = 0.05;

  private final Net net;
  private final SolverDefinition definition;
  private final Backend backend;
  private final LongSupplier nanos;

  /**
   * Prepares a trial.
   *
   * @param net is trained; must not share memory between blobs, since it is looked into
   * @param definition says by which rule, and for how many iterations at most; its {@code
   *     iter_size} must be 1, since an iteration would show further batches else
   * @param nanos a clock, in nanoseconds
   */
  public OverfitTrial(Net net, SolverDefinition definition, Backend backend, LongSupplier nanos) {
    this.net = net;
    this.definition = definition;
    this.backend = backend;
    this.nanos = nanos;
  }

  /**
   * Trains until the net has learned the batch, its iterations are done, or the time is up.
   *
   * @throws org.cortado.api.NumbersException if the loss becomes NaN or infinite
   */
  public OverfitResult run(double mostSeconds) {
    Course course = new Course(mostSeconds);
    try (Solver solver = new Solver(net, definition, backend, course)) {
      course.end = solver::stop;
      solver.watched().shows(sweep -> 0);
      solver.run();
    }
    return course.result();
  }

  /** What happens from the first iteration to the last. */
  private final class Course implements SolverListener {

    private final GradientWatch gradients = new GradientWatch(net);
    private final double mostSeconds;
    private final long start = nanos.getAsLong();
    private Runnable end = () -> {};
    private double firstLoss = Double.NaN;
    private double lastLoss = Double.NaN;
    private long iterations;

    Course(double mostSeconds) {
      this.mostSeconds = mostSeconds;
    }

    @Override
    public void iterationStarting(long done) {
      net.seek(0);
    }

    @Override
    public void iterationDone(IterationReport report) {
      iterations = report.iteration();
      lastLoss = report.loss();
      firstLoss = iterations == 1 ? lastLoss : firstLoss;
      gradients.look();
      if (hasLearned() || (nanos.getAsLong() - start) * NANOS >= mostSeconds) {
        end.run();
      }
    }

    private boolean hasLearned() {
      return lastLoss <= ENOUGH * firstLoss;
    }

    OverfitResult result() {
      return new OverfitResult(
          hasLearned(),
          iterations,
          firstLoss,
          lastLoss,
          gradients.findings(),
          ConstantOutputs.of(net));
    }
  }
}
