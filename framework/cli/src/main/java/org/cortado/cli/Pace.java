package org.cortado.cli;

import java.util.function.LongSupplier;

/** Measures how fast a training goes, tests and snapshots left out. */
final class Pace {

  private static final double NANOS = 1e-9;

  private final LongSupplier clock;
  private final long last;
  private long begin;
  private long done;
  private long at;
  private double allSeconds;
  private long iterations;
  private long items;
  private double seconds;

  /**
   * Makes one.
   *
   * @param last how many iterations there are to be
   * @param clock in nanoseconds
   */
  Pace(long last, LongSupplier clock) {
    this.last = last;
    this.clock = clock;
  }

  /**
   * An iteration begins.
   *
   * @param before how many there were before it, those of an earlier process included
   */
  void begin(long before) {
    at = before + 1;
    begin = clock.getAsLong();
  }

  /** The iteration ends, which had so many items. */
  void end(long itemsOfBatch) {
    double took = (clock.getAsLong() - begin) * NANOS;
    done++;
    allSeconds += took;
    iterations++;
    items += itemsOfBatch;
    seconds += took;
  }

  /** Returns the speed since the last call: items where they are counted, else iterations. */
  String speed() {
    String speed =
        items > 0
            ? Figures.rate(items / seconds) + " images/s"
            : Figures.rate(iterations / seconds) + " iterations/s";
    iterations = 0;
    items = 0;
    seconds = 0;
    return speed;
  }

  /** Returns how many seconds the rest will take at the speed so far. */
  double secondsLeft() {
    return done == 0 ? 0 : allSeconds / done * Math.max(0, last - at);
  }
}
