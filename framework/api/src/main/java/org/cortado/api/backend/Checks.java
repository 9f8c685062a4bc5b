package org.cortado.api.backend;

import java.util.List;
import org.cortado.api.InvalidLayerException;
import org.cortado.api.blob.Shape;

/**
 * Refuses windows that make no sense, in the words of the net's author: it is a layer that asks,
 * with the numbers of a net file.
 */
final class Checks {

  private Checks() {}

  /**
   * Returns a copy of a list that has one number for each spatial axis, none of them too small.
   *
   * @param name what the numbers are called
   * @param least the least that is right
   */
  static List<Integer> perAxis(String name, List<Integer> numbers, Shape input, int least) {
    if (numbers.size() != input.axes() - 2) {
      throw new InvalidLayerException(
          name + " must have a number for each spatial axis of " + input + ", but is " + numbers);
    }
    for (int number : numbers) {
      if (number < least) {
        throw new InvalidLayerException(
            name + " must be at least " + least + ", but is " + numbers);
      }
    }
    return List.copyOf(numbers);
  }

  /** Returns a computed size; one that no shape can have is one that every shape refuses. */
  static int size(long computed) {
    return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, computed));
  }
}
