package org.cortado.api;

import java.nio.file.Path;
import java.util.List;

/**
 * A layer that feeds a finite set of items, batch after batch, round and round.
 *
 * <p>In the training phase a batch that reaches the end of the set goes on with the next round. In
 * the test phase it stops there: the last batch of a round is short, so that one round shows each
 * item exactly once. Axis 0 of every top counts items.
 */
public interface DataLayer extends Layer {

  /** Returns the number of items in one round. */
  long itemCount();

  /**
   * Makes the next forward pass show the given batch, counted from 0 since the start of the run.
   *
   * <p>What a batch holds, shuffles included, is a function of its number alone, so that a resumed
   * run sees what the uninterrupted one would have seen.
   */
  void seek(long batch);

  /**
   * Returns the files that the items come from, in an order of their own, for the record of a run:
   * it tells by their bytes whether they are the same when the run is resumed or repeated.
   *
   * <p>Asked for after {@code setUp}. None where the items come from elsewhere.
   */
  default List<Path> files() {
    return List.of();
  }
}
