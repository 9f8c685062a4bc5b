package org.cortado.engine.gradient;

/** What came of comparing one element, the worst last. */
public enum Verdict {
  /** The element is nearer to the kink of the settings than they want it to be. */
  LEFT_OUT,
  /** There is no derivative here; the analytic one is between those of the two sides. */
  KINK,
  /** The analytic and the numeric derivative are the same within the tolerance. */
  AGREES,
  /** The analytic derivative is wrong. */
  DIFFERS
}
