package org.cortado.engine.rate;

import java.util.ArrayList;
import java.util.List;
import org.cortado.api.rate.History;
import org.cortado.api.rate.LearningRatePolicy;
import org.cortado.api.rate.Moment;

/**
 * The rates of a training, as far as they can be told before it begins.
 *
 * <p>Where they depend on what will be measured, they are those of a training that gets better all
 * the time.
 *
 * @param policy says how the rate changes
 * @param base the rate that the solver file names
 * @param length how many iterations there are
 */
public record Schedule(LearningRatePolicy policy, double base, long length) {

  private static final long MOST_SAMPLES = 1 << 20;

  /**
   * The rate of an iteration.
   *
   * @param iteration which, from 0
   * @param rate the rate of its update
   */
  public record Point(long iteration, double rate) {}

  /** Returns the rate of an iteration, counted from 0. */
  public double rate(long iteration) {
    return policy.rate(base, new Moment(iteration, length, History.NONE));
  }

  /** Returns every so many iterations, from the first, and the last one. */
  public List<Point> every(long iterations) {
    List<Point> points = new ArrayList<>();
    for (long i = 0; i < length - 1; i += iterations) {
      points.add(point(i));
    }
    points.add(point(length - 1));
    return points;
  }

  /**
   * Returns the first iteration, the last, and those between them where the slope changes most.
   *
   * <p>A jump takes two: the last before it, and the first after it. Of more than a million
   * iterations only some are looked at.
   *
   * @param most how many at most, 2 or more
   */
  public List<Point> outline(int most) {
    List<Point> samples = every((length + MOST_SAMPLES - 1) / MOST_SAMPLES);
    double[] rates = samples.stream().mapToDouble(Point::rate).toArray();
    return Outline.of(rates, most).stream().map(samples::get).toList();
  }

  private Point point(long iteration) {
    return new Point(iteration, rate(iteration));
  }
}
