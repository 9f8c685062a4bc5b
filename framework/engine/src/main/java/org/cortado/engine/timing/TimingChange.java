package org.cortado.engine.timing;

/**
 * What became of a time.
 *
 * @param before how long it was
 * @param after how long it is
 */
public record TimingChange(Spread before, Spread after) {

  /** Returns the change of the median as a part of what it was: -0.5 for half of it. */
  public double relative() {
    return after.median() / before.median() - 1;
  }

  /** Returns whether the change is more than times differ anyway. */
  public boolean isBeyondSpread() {
    return after.isApartFrom(before);
  }
}
