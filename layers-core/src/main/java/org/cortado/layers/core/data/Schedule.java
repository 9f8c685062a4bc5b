package org.cortado.layers.core.data;

import org.cortado.api.Phase;

/** Which items a batch shows, as {@link org.cortado.api.DataLayer} lays down. */
final class Schedule {

  private final int itemCount;
  private final int batchSize;
  private final Phase phase;
  private final ItemOrder order;

  /** Makes the schedule of at least one item. */
  Schedule(int itemCount, int batchSize, Phase phase, ItemOrder order) {
    this.itemCount = itemCount;
    this.batchSize = batchSize;
    this.phase = phase;
    this.order = order;
  }

  /**
   * Writes which items a batch shows, and returns how many.
   *
   * @param batch counted from 0 since the start of the run
   * @param items at least as long as a batch
   */
  int items(long batch, int[] items) {
    return switch (phase) {
      case TRAIN -> fill(batch * batchSize, batchSize, items);
      case TEST -> stopAtTheEnd(batch, items);
    };
  }

  private int stopAtTheEnd(long batch, int[] items) {
    int batches = (itemCount - 1) / batchSize + 1;
    int shown = (int) (batch % batches) * batchSize;
    long round = batch / batches;
    return fill(round * itemCount + shown, Math.min(batchSize, itemCount - shown), items);
  }

  private int fill(long first, int size, int[] items) {
    for (int i = 0; i < size; i++) {
      items[i] = order.item((first + i) / itemCount, (int) ((first + i) % itemCount));
    }
    return size;
  }
}
