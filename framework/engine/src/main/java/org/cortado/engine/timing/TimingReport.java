package org.cortado.engine.timing;

import java.util.List;

/**
 * A timing with all that is needed to judge it.
 *
 * @param machine what computed
 * @param peak the most that it was seen to do
 * @param madeUp the inputs whose values were made up, for want of data
 * @param timing the timing itself
 */
public record TimingReport(Machine machine, Peak peak, List<String> madeUp, NetTiming timing) {

  /** Copies the list. */
  public TimingReport {
    madeUp = List.copyOf(madeUp);
  }
}
