package org.cortado.layers.core.data;

import org.cortado.api.Phase;
import org.jspecify.annotations.Nullable;

/** Fills batches from a source, which it loads at the first one. */
final class BatchLoader implements Prefetcher.Loader<Batch> {

  private final Source source;
  private final BatchOptions options;
  private final Phase phase;
  private final long key;
  private @Nullable Schedule schedule;

  /**
   * Makes a loader.
   *
   * @param key tells the shuffles of one run and layer from those of another
   */
  BatchLoader(Source source, BatchOptions options, Phase phase, long key) {
    this.source = source;
    this.options = options;
    this.phase = phase;
    this.key = key;
  }

  @Override
  public void load(long batch, Batch into) {
    Schedule current = schedule;
    if (current == null) {
      source.load();
      current = schedule();
      schedule = current;
    }
    into.fill(source, current, batch);
  }

  private Schedule schedule() {
    int items = source.itemCount();
    ItemOrder order = options.shuffle() ? new Shuffle(items, key) : ItemOrder.OF_THE_FILE;
    return new Schedule(items, options.batchSize(), phase, order);
  }
}
