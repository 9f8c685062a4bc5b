package org.cortado.engine.definition;

import java.util.Optional;

/**
 * How fast a training goes through its data, by which epochs and samples become iterations.
 *
 * @param itemsPerIteration how many items an iteration shows; 0 where nothing tells
 * @param itemsPerEpoch how many items there are; 0 where nothing tells
 */
public record Pace(long itemsPerIteration, long itemsPerEpoch) {

  /** That of a training without data layers. */
  public static final Pace UNKNOWN = new Pace(0, 0);

  /** For reading a file before its net is known: each unit stands for one iteration. */
  public static final Pace PROVISIONAL = new Pace(1, 1);

  /** A unit in which the length of a part of a training may be given. */
  enum Unit {
    ITERATION,
    EPOCH,
    SAMPLE
  }

  /**
   * Returns how many iterations an amount is, to the nearest, and at least 1 for more than nothing;
   * nothing where the pace is unknown.
   */
  Optional<Long> iterations(double amount, Unit unit) {
    if (unit == Unit.ITERATION) {
      return Optional.of(Math.round(amount));
    }
    if (itemsPerIteration == 0) {
      return Optional.empty();
    }
    double items = unit == Unit.EPOCH ? amount * itemsPerEpoch : amount;
    long nearest = Math.round(items / itemsPerIteration);
    return Optional.of(amount > 0 ? Math.max(1, nearest) : nearest);
  }

  /** Returns how many epochs so many iterations are; nothing where the pace is unknown. */
  public Optional<Double> epochs(long iterations) {
    return itemsPerEpoch == 0
        ? Optional.empty()
        : Optional.of((double) iterations * itemsPerIteration / itemsPerEpoch);
  }
}
