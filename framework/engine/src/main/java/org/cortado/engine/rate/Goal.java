package org.cortado.engine.rate;

import java.util.Locale;

/** Which values of a metric are better. */
public enum Goal {
  /** By the metric's name: losses and errors shall be small, all else great. */
  AUTO,
  /** The smaller. */
  MIN,
  /** The greater. */
  MAX;

  /**
   * Returns by how much a value is better than another; negative where it is worse.
   *
   * @param metric what it is a value of: {@code test.accuracy}
   */
  public double gain(String metric, double value, double than) {
    return wantsLess(metric) ? than - value : value - than;
  }

  private boolean wantsLess(String metric) {
    String name = metric.toLowerCase(Locale.ROOT);
    return this == MIN || (this == AUTO && (name.contains("loss") || name.contains("error")));
  }
}
