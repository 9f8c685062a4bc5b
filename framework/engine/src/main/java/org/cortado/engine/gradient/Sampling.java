package org.cortado.engine.gradient;

import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.cortado.api.random.RandomStream;

/** Chooses the elements that are looked at. */
final class Sampling {

  private Sampling() {}

  /**
   * Returns all elements, or as many as the settings want, drawn without repetition, in order.
   *
   * @param purpose tells the draws of one check apart
   */
  static int[] elements(int count, GradientSettings settings, String purpose) {
    if (count <= settings.samples()) {
      return IntStream.range(0, count).toArray();
    }
    RandomStream random = new RandomStream(RandomStream.mix(settings.seed() + purpose.hashCode()));
    SortedSet<Integer> drawn = new TreeSet<>();
    while (drawn.size() < settings.samples()) {
      drawn.add(random.nextInt(count));
    }
    return drawn.stream().mapToInt(Integer::intValue).toArray();
  }
}
