package org.cortado.engine.timing;

/**
 * How long one pass takes, and what is done in it.
 *
 * @param seconds how long
 * @param work what is done in one pass
 */
public record PassTiming(Spread seconds, Work work) {

  /** Returns the operations a second, by the median. */
  public double operationsPerSecond() {
    return work.operations() / seconds.median();
  }

  /** Returns the bytes a second, by the median. */
  public double bytesPerSecond() {
    return work.bytes() / seconds.median();
  }

  /** Returns the part of the time, from 0 to about 1, that a machine at its peak would take. */
  public double shareOf(Peak peak) {
    return peak.seconds(work) / seconds.median();
  }
}
