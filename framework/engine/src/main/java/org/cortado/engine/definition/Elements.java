package org.cortado.engine.definition;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The elements of a list by what a setting may call them.
 *
 * @param list the list
 */
public record Elements(ListNode list) {

  /** Returns the indices of the elements of a name, else that of which the name is the index. */
  List<Integer> called(String name) {
    List<Integer> named =
        indices().filter(i -> name(i).filter(name::equals).isPresent()).boxed().toList();
    return named.isEmpty()
        ? indices().filter(i -> Integer.toString(i).equals(name)).boxed().toList()
        : named;
  }

  /**
   * Returns whether a path of keys begins with an element: {@code conv1.options.num_output}.
   *
   * <p>Names may have dots in them.
   */
  public boolean has(String path) {
    int dot = path.indexOf('.');
    while (dot >= 0) {
      if (!called(path.substring(0, dot)).isEmpty()) {
        return true;
      }
      dot = path.indexOf('.', dot + 1);
    }
    return false;
  }

  /** Returns the names that there are. */
  List<String> names() {
    return indices().boxed().flatMap(i -> name(i).stream()).toList();
  }

  private IntStream indices() {
    return IntStream.range(0, list.items().size());
  }

  private Optional<String> name(int index) {
    return list.items().get(index) instanceof MapNode map
        ? map.get("name").flatMap(Elements::text)
        : Optional.empty();
  }

  private static Optional<String> text(Node name) {
    return name instanceof ScalarNode scalar ? Optional.of(scalar.text()) : Optional.empty();
  }
}
