package org.cortado.engine.timing;

/**
 * What is to be done in some time.
 *
 * @param operations the additions and multiplications of matrix products and convolutions
 * @param bytes the bytes that are read or written at the least
 */
public record Work(double operations, double bytes) {

  /** None. */
  public static final Work NONE = new Work(0, 0);

  /** Returns this and other work. */
  public Work plus(Work other) {
    return new Work(operations + other.operations, bytes + other.bytes);
  }
}
