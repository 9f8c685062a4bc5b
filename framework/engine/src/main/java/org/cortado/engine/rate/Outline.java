package org.cortado.engine.rate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.TreeSet;

/**
 * Chooses the points that tell most of a curve: again and again the one that lies farthest from the
 * straight lines through those chosen before, as Douglas and Peucker do.
 */
final class Outline {

  /** Below this part of the greatest value a distance is an error of rounding. */
  private static final double NOTHING = 1e-9;

  private final double[] values;
  private final double least;
  private final TreeSet<Integer> chosen = new TreeSet<>();
  private final PriorityQueue<Span> spans =
      new PriorityQueue<>(
          Comparator.comparingDouble(Span::distance).reversed().thenComparingInt(Span::begin));

  /** A part between two chosen points, and the point in it that lies farthest from their line. */
  private record Span(int begin, int end, int farthest, double distance) {}

  private Outline(double[] values) {
    this.values = values;
    double greatest = 0;
    for (double value : values) {
      greatest = Math.max(greatest, Math.abs(value));
    }
    least = NOTHING * greatest;
  }

  /**
   * Returns the points of a curve, in order; the first and the last are among them.
   *
   * @param values of the curve, at equal distances
   * @param most how many points at most, 2 or more
   */
  static List<Integer> of(double[] values, int most) {
    return new Outline(values).choose(most);
  }

  private List<Integer> choose(int most) {
    int last = values.length - 1;
    chosen.add(0);
    chosen.add(last);
    offer(0, last);
    while (chosen.size() < most && !spans.isEmpty()) {
      Span span = spans.remove();
      chosen.add(span.farthest());
      offer(span.begin(), span.farthest());
      offer(span.farthest(), span.end());
    }
    return new ArrayList<>(chosen);
  }

  private void offer(int begin, int end) {
    int farthest = begin;
    double distance = 0;
    double slope = (values[end] - values[begin]) / Math.max(1, end - begin);
    for (int i = begin + 1; i < end; i++) {
      double here = Math.abs(values[i] - values[begin] - slope * (i - begin));
      if (here > distance) {
        farthest = i;
        distance = here;
      }
    }
    if (distance > least) {
      spans.add(new Span(begin, end, farthest, distance));
    }
  }
}
