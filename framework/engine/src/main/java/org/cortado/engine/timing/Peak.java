package org.cortado.engine.timing;

/**
 * The most that a machine was seen to do with a backend and its threads.
 *
 * @param operationsPerSecond in a large matrix product
 * @param bytesPerSecond read and written together, in a copy too large for the caches
 */
public record Peak(double operationsPerSecond, double bytesPerSecond) {

  /** What keeps work from being done faster. */
  public enum Bound {
    /** The arithmetic. */
    COMPUTE,
    /** The way to and from the memory. */
    MEMORY
  }

  /** Returns the better of this and another. */
  public Peak or(Peak other) {
    return new Peak(
        Math.max(operationsPerSecond, other.operationsPerSecond),
        Math.max(bytesPerSecond, other.bytesPerSecond));
  }

  /** Returns the least time that work can take, in seconds. */
  public double seconds(Work work) {
    return Math.max(compute(work), memory(work));
  }

  /** Returns which of both takes the most of that time. */
  public Bound bound(Work work) {
    return compute(work) > memory(work) ? Bound.COMPUTE : Bound.MEMORY;
  }

  private double compute(Work work) {
    return work.operations() / operationsPerSecond;
  }

  private double memory(Work work) {
    return work.bytes() / bytesPerSecond;
  }
}
