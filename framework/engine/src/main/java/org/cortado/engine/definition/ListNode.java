package org.cortado.engine.definition;

import java.util.ArrayList;
import java.util.List;

/**
 * A list.
 *
 * @param place where it begins
 * @param items its elements
 */
public record ListNode(Place place, List<Node> items) implements Node {

  /** Copies the list. */
  public ListNode {
    items = List.copyOf(items);
  }

  /** Returns this list with another element at an index. */
  public ListNode with(int index, Node item) {
    List<Node> all = new ArrayList<>(items);
    all.set(index, item);
    return new ListNode(place, all);
  }

  @Override
  public String described() {
    return "a list";
  }
}
