package org.cortado.engine.inspect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What keeps its order. */
final class Order {

  private Order() {}

  /** Returns the longest part of a list that rises, so that the fewest numbers are left out. */
  static List<Integer> longestRising(List<Integer> numbers) {
    List<List<Integer>> endingAt = new ArrayList<>();
    for (int number : numbers) {
      List<Integer> longest =
          endingAt.stream()
              .filter(rising -> rising.get(rising.size() - 1) < number)
              .max(Comparator.comparingInt(List::size))
              .orElse(List.of());
      List<Integer> longer = new ArrayList<>(longest);
      longer.add(number);
      endingAt.add(longer);
    }
    return endingAt.stream().max(Comparator.comparingInt(List::size)).orElse(List.of());
  }
}
