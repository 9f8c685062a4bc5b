package org.cortado.api;

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
}
