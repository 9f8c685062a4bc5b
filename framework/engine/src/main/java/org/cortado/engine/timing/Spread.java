package org.cortado.engine.timing;

import java.util.Arrays;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;

/**
 * How long something took that was done several times, in seconds.
 *
 * @param least the shortest time
 * @param lowerQuartile what a quarter of the times are below
 * @param median what half of them are below
 * @param upperQuartile what three quarters of them are below
 */
public record Spread(double least, double lowerQuartile, double median, double upperQuartile) {

  /** Returns that of at least one time. */
  public static Spread of(double... seconds) {
    Percentile percentile = new Percentile().withEstimationType(Percentile.EstimationType.R_7);
    percentile.setData(seconds);
    return new Spread(
        Arrays.stream(seconds).min().orElseThrow(),
        percentile.evaluate(25),
        percentile.evaluate(50),
        percentile.evaluate(75));
  }

  /** Returns whether the middle halves of the times of both have nothing in common. */
  public boolean isApartFrom(Spread other) {
    return lowerQuartile > other.upperQuartile || upperQuartile < other.lowerQuartile;
  }
}
