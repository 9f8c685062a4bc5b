package org.cortado.engine.solver;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cortado.engine.solver.RangeTestResult.Doubt;
import org.cortado.engine.solver.RangeTestResult.End;
import org.cortado.engine.solver.RangeTestResult.Point;
import org.cortado.engine.solver.RangeTestResult.Suggestion;

/**
 * The loss over the rate, as a range test finds it point by point; rates rise by one factor.
 *
 * <p>It is smoothed by an exponential average with bias correction, as Adam's, over about a
 * twentieth of the range.
 */
final class RangeCurve {

  private static final int PARTS = 20;
  private static final double SMALL_FALL = 0.1;

  /** By how many deviations of a window's mean the average falls by chance alone, at the most. */
  private static final double CHANCE = 8;

  private static final double FAR = 100;

  private final int window;
  private final double keep;
  private final List<Point> points = new ArrayList<>();
  private double sum;
  private double weight;
  private int lowest;

  /**
   * Makes an empty one.
   *
   * @param length how many points there will be, if nothing ends it
   */
  RangeCurve(int length) {
    window = Math.max(1, length / PARTS);
    keep = 1 - 1.0 / window;
  }

  /** Adds the loss at the next rate. */
  void add(double rate, double loss) {
    sum = keep * sum + (1 - keep) * loss;
    weight = keep * weight + (1 - keep);
    points.add(new Point(rate, loss, sum / weight));
    if (last().smoothed() < smoothed(lowest)) {
      lowest = points.size() - 1;
    }
  }

  /** Returns whether the loss is so far above its lowest that higher rates are of no use. */
  boolean isTooHigh() {
    double best = smoothed(lowest);
    return best > 0 && last().smoothed() > RangeTest.TOO_HIGH * best;
  }

  boolean isEmpty() {
    return points.isEmpty();
  }

  /** Returns what it tells, once it has ended. */
  RangeTestResult result(End end) {
    return new RangeTestResult(points, end, suggestion(end));
  }

  private Optional<Suggestion> suggestion(End end) {
    if (lowest == 0) {
      return Optional.empty();
    }
    double steepest = points.get(steepest()).rate();
    double best = points.get(lowest).rate();
    return Optional.of(new Suggestion(steepest, best, doubts(steepest, best, end)));
  }

  /**
   * The slope at a point is that over a window on each side of it. The first average is of a single
   * batch, and no slope counts that it has a part in.
   */
  private int steepest() {
    int first = lowest > 2 * window ? 2 * window : 0;
    int steepest = first;
    double most = Double.POSITIVE_INFINITY;
    for (int i = first; i <= lowest; i++) {
      int from = Math.max(0, i - window);
      int to = Math.min(lowest, i + window);
      double slope = (smoothed(to) - smoothed(from)) / (to - from);
      if (slope < most) {
        steepest = i;
        most = slope;
      }
    }
    return steepest;
  }

  private Set<Doubt> doubts(double steepest, double best, End end) {
    Set<Doubt> doubts = EnumSet.noneOf(Doubt.class);
    double fall = start() - smoothed(lowest);
    if (fall < SMALL_FALL * Math.abs(start())) {
      doubts.add(Doubt.SMALL_FALL);
    }
    if (fall < CHANCE * noise() / Math.sqrt(window)) {
      doubts.add(Doubt.NOISY);
    }
    if (end == End.ALL_TRIED) {
      doubts.add(Doubt.NO_LIMIT);
    }
    if (best > FAR * steepest) {
      doubts.add(Doubt.FAR_APART);
    }
    return doubts;
  }

  /** Returns the loss before it fell: the first alone may be that of an odd batch. */
  private double start() {
    return points.stream()
        .limit(Math.min(window, lowest))
        .mapToDouble(Point::loss)
        .average()
        .orElseThrow();
  }

  /** Returns by how much losses of batches differ from each other, whatever their trend. */
  private double noise() {
    double squares = 0;
    for (int i = 0; i < lowest; i++) {
      double step = points.get(i + 1).loss() - points.get(i).loss();
      squares += step * step;
    }
    return Math.sqrt(squares / lowest / 2);
  }

  private double smoothed(int point) {
    return points.get(point).smoothed();
  }

  private Point last() {
    return points.get(points.size() - 1);
  }
}
