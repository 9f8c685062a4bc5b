package org.cortado.engine.gradient;

import java.util.ArrayList;
import java.util.List;

/**
 * Compares one analytic derivative with numeric ones.
 *
 * <p>The error allowed is {@code threshold · max(|analytic|, |numeric|, scale)}, plus what rounding
 * explains; the scale is the greatest gradient of the blob, at most 1, so that a loss that divides
 * by thousands is checked as strictly as another. A derivative that differs is looked at again with
 * a tenth and a hundredth of the step: there a right one agrees unless it stands on a kink.
 */
final class Judge {

  private static final double SMALLEST_SCALE = 1e-3;
  private static final int REFINEMENTS = 2;
  private static final double REFINED_BY = 10;
  private static final double TOO_NOISY = 10;

  /** Off a kink the jump shrinks with the step, to a tenth. */
  private static final double JUMP_STAYS = 0.25;

  private final double threshold;
  private final double scale;

  Judge(double threshold, float[] gradient) {
    this.threshold = threshold;
    this.scale = Math.min(1, greatest(gradient));
  }

  private static double greatest(float[] gradient) {
    double greatest = SMALLEST_SCALE;
    for (float element : gradient) {
      greatest = Math.abs(element) > greatest ? Math.abs(element) : greatest;
    }
    return greatest;
  }

  /** Takes the difference for a step. */
  @FunctionalInterface
  interface Differences {
    /** Returns the difference for a step. */
    Difference at(double step);
  }

  /** What was found, but for where. */
  record Finding(double numeric, double tolerance, double step, Verdict verdict) {

    static final Finding LEFT_OUT = new Finding(Double.NaN, 0, 0, Verdict.LEFT_OUT);
  }

  Finding judge(double analytic, double step, Differences differences) {
    Difference first = differences.at(step);
    List<Difference> steps = new ArrayList<>(List.of(first));
    if (agrees(analytic, first.central(), first)) {
      return finding(analytic, first.central(), first, Verdict.AGREES);
    }
    for (int i = 1; i <= REFINEMENTS && !Double.isNaN(analytic); i++) {
      Difference finer = differences.at(step / Math.pow(REFINED_BY, i));
      if (finer.noise() > TOO_NOISY * threshold * size(analytic, finer.central())) {
        break;
      }
      steps.add(finer);
      double extrapolated = finer.extrapolatedFrom(steps.get(i - 1));
      if (agrees(analytic, finer.central(), finer) || agrees(analytic, extrapolated, finer)) {
        return finding(analytic, finer.central(), finer, Verdict.AGREES);
      }
    }
    return kinkOrFault(analytic, steps);
  }

  private Finding kinkOrFault(double analytic, List<Difference> steps) {
    Difference first = steps.get(0);
    Difference finest = steps.get(steps.size() - 1);
    double tolerance = tolerance(analytic, finest.central(), finest);
    boolean kink =
        steps.size() > 1
            && finest.jump() > REFINED_BY * tolerance
            && finest.jump() > JUMP_STAYS * first.jump()
            && analytic >= Math.min(finest.left(), finest.right()) - tolerance
            && analytic <= Math.max(finest.left(), finest.right()) + tolerance;
    return kink
        ? finding(analytic, finest.central(), finest, Verdict.KINK)
        : finding(analytic, first.central(), first, Verdict.DIFFERS);
  }

  private boolean agrees(double analytic, double numeric, Difference difference) {
    return Math.abs(analytic - numeric) <= tolerance(analytic, numeric, difference);
  }

  private double tolerance(double analytic, double numeric, Difference difference) {
    return threshold * size(analytic, numeric) + difference.noise();
  }

  private double size(double analytic, double numeric) {
    return Math.max(scale, Math.max(Math.abs(analytic), Math.abs(numeric)));
  }

  private Finding finding(double analytic, double numeric, Difference difference, Verdict verdict) {
    double tolerance = tolerance(analytic, numeric, difference);
    return new Finding(numeric, tolerance, difference.step(), verdict);
  }
}
