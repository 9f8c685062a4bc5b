package org.cortado.engine.solver;

import java.util.List;
import org.cortado.api.NumbersException;
import org.cortado.api.backend.Backend;
import org.cortado.engine.net.Net;

/**
 * Trains a net at rates that rise from far too low to far too high, to find out which are right.
 *
 * <p>Smith 2017. The rate rises by one factor with each iteration.
 *
 * @param from the first rate
 * @param to the last rate
 * @param iterations how many rates to try, at least 2
 */
public record RangeTest(double from, double to, int iterations) {

  /** How many times its lowest the loss may be. */
  public static final double TOO_HIGH = 4;

  /** Returns what the solver's file has to say for the rates to be those of the test. */
  public List<String> settings() {
    double factor = StrictMath.pow(to / from, 1.0 / (iterations - 1));
    return List.of(
        "base_lr=" + from,
        "lr_policy={type: exp, gamma: " + factor + "}",
        "max_iter=" + iterations);
  }

  /**
   * Tries one rate after the other, until all are tried or the loss says that they are too high.
   *
   * @param net is trained; stays its owner's
   * @param definition what a file says with these settings
   * @throws NumbersException if the loss is NaN or infinite in the very first iteration
   */
  public RangeTestResult run(Net net, SolverDefinition definition, Backend backend) {
    Course course = new Course(new RangeCurve(iterations));
    try (Solver solver = new Solver(net, definition, backend, course)) {
      course.end = solver::stop;
      solver.run();
      return course.curve.result(
          course.curve.isTooHigh()
              ? RangeTestResult.End.LOSS_TOO_HIGH
              : RangeTestResult.End.ALL_TRIED);
    } catch (NumbersException e) {
      if (course.curve.isEmpty()) {
        throw e;
      }
      return course.curve.result(RangeTestResult.End.NOT_FINITE);
    }
  }

  /** What happens from the first iteration to the last. */
  private static final class Course implements SolverListener {

    private final RangeCurve curve;
    private Runnable end = () -> {};

    Course(RangeCurve curve) {
      this.curve = curve;
    }

    @Override
    public void iterationDone(IterationReport report) {
      curve.add(report.learningRate(), report.loss());
      if (curve.isTooHigh()) {
        end.run();
      }
    }
  }
}
