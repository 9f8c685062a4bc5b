package org.cortado.engine.rate;

/**
 * A point in a training, or in the piece of it that a policy governs.
 *
 * @param iteration which iteration, from 0
 * @param length how many iterations there are in all
 * @param history what has been observed up to then
 */
public record Moment(long iteration, long length, History history) {

  /** Returns the same moment as seen from a piece that begins at an iteration. */
  Moment within(long begin, long itsLength) {
    return new Moment(iteration - begin, itsLength, history.since(begin));
  }

  /** Returns another iteration of which nothing is observed. */
  Moment first() {
    return new Moment(0, length, History.NONE);
  }
}
