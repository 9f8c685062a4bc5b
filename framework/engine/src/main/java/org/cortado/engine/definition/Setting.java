package org.cortado.engine.definition;

import java.util.List;
import java.util.Optional;

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
    Place place = Place.whole("--set " + Words.plain(text));
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
    if (node instanceof ListNode list) {
      return setInList(list, depth, problems);
    }
    if (node instanceof MapNode map) {
      return setInMap(map, depth, problems);
    }
    if (((ScalarNode) node).isNull()) {
      return setInMap(MapNode.empty(node.place()), depth, problems);
    }
    return refuse(node, keys(0, depth) + " is " + node.described() + ", not a map", problems);
  }

  private MapNode setInMap(MapNode map, int depth, Problems problems) {
    String key = path.get(depth);
    MapEntry entry = map.entry(key).orElseGet(() -> new MapEntry(key, place, MapNode.empty(place)));
    return map.with(new MapEntry(key, entry.place(), set(entry.value(), depth + 1, problems)));
  }

  /** Names may have dots in them: the shortest piece of the path that is a name is taken. */
  private Node setInList(ListNode list, int depth, Problems problems) {
    Elements elements = new Elements(list);
    for (int end = depth + 1; end <= path.size(); end++) {
      List<Integer> found = elements.called(keys(depth, end));
      if (found.size() > 1) {
        return refuse(list, ambiguous(keys(0, depth), keys(depth, end), found), problems);
      }
      if (found.size() == 1) {
        int index = found.get(0);
        return list.with(index, set(list.items().get(index), end, problems));
      }
    }
    String near = Spelling.suggestion(path.get(depth), elements.names());
    String wrong = "has no element '" + path.get(depth) + "'";
    return refuse(list, keys(0, depth) + " " + wrong + near, problems);
  }

  private static String ambiguous(String list, String name, List<Integer> found) {
    return "%s has %d elements named '%s'; say which by its index, such as %s.%d"
        .formatted(list, found.size(), name, list, found.get(0));
  }

  private String keys(int from, int to) {
    return to == 0 ? "the file" : String.join(".", path.subList(from, to));
  }

  private Node refuse(Node unchanged, String message, Problems problems) {
    problems.add(place, message);
    return unchanged;
  }
}
