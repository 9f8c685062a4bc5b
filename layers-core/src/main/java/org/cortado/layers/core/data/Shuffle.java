package org.cortado.layers.core.data;

import java.util.Arrays;
import org.cortado.api.random.RandomStream;

/**
 * An order that is another permutation each round, a function of a key and the round alone.
 *
 * <p>Keeps the permutation that was last asked for. For one thread.
 */
final class Shuffle implements ItemOrder {

  private static final long NONE = -1;

  private final int[] items;
  private final long key;
  private long shuffled = NONE;

  /** Makes the orders of {@code count} items. */
  Shuffle(int count, long key) {
    this.key = key;
    items = new int[count];
  }

  @Override
  public int item(long round, int place) {
    if (round != shuffled) {
      shuffle(new RandomStream(RandomStream.mix(RandomStream.mix(key) + round)));
      shuffled = round;
    }
    return items[place];
  }

  /** Fisher and Yates's shuffle, from the order of the file. */
  private void shuffle(RandomStream random) {
    Arrays.setAll(items, i -> i);
    for (int last = items.length - 1; last > 0; last--) {
      int chosen = random.nextInt(last + 1);
      int item = items[chosen];
      items[chosen] = items[last];
      items[last] = item;
    }
  }
}
