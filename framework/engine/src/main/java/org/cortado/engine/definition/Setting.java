package org.cortado.engine.definition;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * One setting of the command line.
 *
 * @param place stands for the setting in messages
 * @param path the keys that lead to the value
 * @param value the value
 */
record Setting(Place place, List<String> path, Node value) {

  /** Returns the setting that a text of the form {@code path=value} is. */
  static Optional<Setting> parse(String text, Problems problems) {
    Place place = Place.whole("--set " + text);
    int equals = text.indexOf('=');
    List<String> path = List.of(text.substring(0, Math.max(equals, 0)).strip().split("\\.", -1));
    if (path.stream().anyMatch(String::isBlank)) {
      problems.add(place, "a setting must be of the form path=value, such as max_iter=100");
      return Optional.empty();
    }
    return new YamlReader()
        .readValue(text.substring(equals + 1), place, problems)
        .map(value -> new Setting(place, path, value));
  }

  /** Returns a tree in which the setting holds; the tree as it was once a problem is reported. */
  Node apply(Node tree, Problems problems) {
    return set(tree, 0, problems);
  }

  private Node set(Node node, int depth, Problems problems) {
    if (depth == path.size()) {
      return value;
    }
    if (node instanceof MapNode map) {
      return setInMap(map, depth, problems);
    }
    if (node instanceof ListNode list) {
      return setInList(list, depth, problems);
    }
    return ((ScalarNode) node).isNull()
        ? setInMap(MapNode.empty(node.place()), depth, problems)
        : refuse(
            node,
            name(0, depth) + " is a single value and has no '" + path.get(depth) + "'",
            problems);
  }

  private MapNode setInMap(MapNode map, int depth, Problems problems) {
    String key = path.get(depth);
    MapEntry entry = map.entry(key).orElseGet(() -> new MapEntry(key, place, MapNode.empty(place)));
    return map.with(new MapEntry(key, entry.place(), set(entry.value(), depth + 1, problems)));
  }

  /** Names may have dots in them: the shortest piece of the path that is a name is taken. */
  private Node setInList(ListNode list, int depth, Problems problems) {
    for (int end = depth + 1; end <= path.size(); end++) {
      int[] found = indices(list, name(depth, end));
      if (found.length > 1) {
        return refuse(list, ambiguous(depth, end, found), problems);
      }
      if (found.length == 1) {
        Node changed = set(list.items().get(found[0]), end, problems);
        return list.with(found[0], changed);
      }
    }
    return refuse(list, noElement(list, depth), problems);
  }

  private static int[] indices(ListNode list, String called) {
    int[] named =
        IntStream.range(0, list.items().size())
            .filter(i -> name(list.items().get(i)).equals(Optional.of(called)))
            .toArray();
    return named.length > 0 ? named : index(list, called);
  }

  private static int[] index(ListNode list, String called) {
    return IntStream.range(0, list.items().size())
        .filter(i -> Integer.toString(i).equals(called))
        .toArray();
  }

  private static Optional<String> name(Node element) {
    return element instanceof MapNode map
        ? map.get("name").map(node -> node instanceof ScalarNode scalar ? scalar.text() : "")
        : Optional.empty();
  }

  private String name(int from, int to) {
    return String.join(".", path.subList(from, to));
  }

  private String ambiguous(int depth, int end, int[] found) {
    String list = name(0, depth);
    return found.length
        + " elements of '"
        + list
        + "' are named '"
        + name(depth, end)
        + "'; say which by its index, such as "
        + list
        + "."
        + found[0];
  }

  private String noElement(ListNode list, int depth) {
    List<String> names = list.items().stream().flatMap(item -> name(item).stream()).toList();
    String wrong = path.get(depth);
    return "'"
        + name(0, depth)
        + "' has no element '"
        + wrong
        + "'"
        + Spelling.suggestion(wrong, names);
  }

  private Node refuse(Node unchanged, String message, Problems problems) {
    problems.add(place, message);
    return unchanged;
  }
}
