package org.cortado.api.rate;

import java.util.List;

/**
 * A point in a training, or in the piece of it that a policy governs.
 *
 * @param iteration which iteration, from 0
 * @param length how many iterations there are in all
 * @param history what has been measured up to then
 * @param begin the training's iteration at which the piece begins
 */
public record Moment(long iteration, long length, History history, long begin) {

  /** Makes a moment of a whole training. */
  public Moment(long iteration, long length, History history) {
    this(iteration, length, history, 0);
  }

  /**
   * Returns the same moment as seen by a policy that governs a piece of this one.
   *
   * @param itsBegin the iteration of this one at which the piece begins
   * @param itsLength how many iterations the piece has
   */
  public Moment within(long itsBegin, long itsLength) {
    return new Moment(iteration - itsBegin, itsLength, history, begin + itsBegin);
  }

  /** Returns the first iteration, before which nothing is measured. */
  public Moment first() {
    return new Moment(0, length, History.NONE, begin);
  }

  /** Returns what a metric was in the training, or its piece, so far. */
  public List<Double> values(String metric) {
    return history.values(metric, begin);
  }
}
