package org.cortado.engine.timing;

import java.util.function.LongSupplier;

/** A clock that goes on by the same each time that somebody looks at it, at first by much more. */
final class Clock implements LongSupplier {

  private static final long SLOW = 1_000_000_000;

  private final long step;
  private int slowLooks;
  private long now;

  Clock(long step) {
    this(step, 0);
  }

  /** Makes one that goes on by a second the first times. */
  Clock(long step, int slowLooks) {
    this.step = step;
    this.slowLooks = slowLooks;
  }

  @Override
  public long getAsLong() {
    now += slowLooks-- > 0 ? SLOW : step;
    return now;
  }
}
