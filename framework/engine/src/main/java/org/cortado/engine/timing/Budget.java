package org.cortado.engine.timing;

import java.util.OptionalInt;

/**
 * How often to run a net before it is known how long it takes.
 *
 * @param warmup how often before anything is measured; where it is left out ten times, or as often
 *     as a few seconds allow
 * @param iterations how often to measure it; where it is left out fifty times, or as often as some
 *     ten seconds allow
 */
public record Budget(OptionalInt warmup, OptionalInt iterations) {

  private static final int MOST_WARMUP = 10;
  private static final int MOST = 50;
  private static final int LEAST = 3;
  private static final double WARMUP_SECONDS = 2;
  private static final double SECONDS = 8;

  /** Returns whether to warm up once more. */
  boolean warmsUp(int done, double seconds) {
    return warmup.isPresent()
        ? done < warmup.getAsInt()
        : done < 1 || (done < MOST_WARMUP && seconds < WARMUP_SECONDS);
  }

  /** Returns whether to measure once more. */
  boolean measures(int done, double seconds) {
    return iterations.isPresent()
        ? done < iterations.getAsInt()
        : done < LEAST || (done < MOST && seconds < SECONDS);
  }
}
