package org.cortado.engine.definition;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Builds the tree of one document, and reports what Cortado doesn't take of YAML. */
final class TreeBuilder {

  /** How deep lists and maps may stand in one another. */
  static final int DEEPEST = 100;

  /** How many keys and values a file may have. */
  static final int MOST_NODES = 200_000;

  private static final String MERGE = "<<";

  private final EventParser parser;
  private final Placing placing;
  private final Problems problems;
  private final Map<String, Anchor> anchors = new HashMap<>();
  private boolean faithful = true;
  private int nodes;
  private int depth;
  private int deepest;

  /**
   * What an alias stands for.
   *
   * @param size how many keys and values it is
   * @param height how deep lists and maps stand in it
   */
  private record Anchor(Node node, int size, int height) {}

  /** Says that reading on is of no use. */
  static final class GiveUpException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  TreeBuilder(EventParser parser, Placing placing, Problems problems) {
    this.parser = parser;
    this.placing = placing;
    this.problems = problems;
  }

  /** Returns the tree, or nothing where it can't be taken as it is meant. */
  Optional<Node> build() throws IOException {
    if (parser.nextToken() == null) {
      return Optional.of(ScalarNode.of(placing.at(1, 1), "", false));
    }
    Node root = node();
    if (parser.nextToken() != null) {
      refuse(place(), "a second document begins here, but a file holds one");
    }
    return Optional.of(root).filter(node -> faithful);
  }

  /** Returns where the current token stands. */
  Place place() {
    JsonLocation location = parser.currentTokenLocation();
    return placing.at(location.getLineNr(), location.getColumnNr());
  }

  private Node node() throws IOException {
    Optional<String> anchor = parser.anchor();
    int before = nodes;
    int deepestBefore = deepest;
    deepest = depth;
    Node node = unanchored();
    int height = deepest - depth;
    anchor.ifPresent(name -> anchors.put(name, new Anchor(node, nodes - before, height)));
    deepest = Math.max(deepest, deepestBefore);
    return node;
  }

  private Node unanchored() throws IOException {
    count(1);
    refuseTag();
    JsonToken token = parser.currentToken();
    if (token == JsonToken.START_OBJECT) {
      return nested(this::map);
    }
    return token == JsonToken.START_ARRAY ? nested(this::list) : scalar(place());
  }

  /** What an alias repeats counts again: a few lines of aliases can be billions of values. */
  private void count(int more) {
    nodes += more;
    if (nodes > MOST_NODES) {
      problems.add(place(), "the file has more than " + MOST_NODES + " keys and values");
    }
    if (nodes > MOST_NODES || problems.isFull()) {
      throw new GiveUpException();
    }
  }

  private Node nested(Part part) throws IOException {
    depth++;
    reach(depth);
    Node node = part.read(place());
    depth--;
    return node;
  }

  private void reach(int level) {
    deepest = Math.max(deepest, level);
    if (level > DEEPEST) {
      problems.add(place(), "lists and maps stand more than " + DEEPEST + " deep in one another");
      throw new GiveUpException();
    }
  }

  private ListNode list(Place place) throws IOException {
    List<Node> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(node());
    }
    return new ListNode(place, items);
  }

  private MapNode map(Place place) throws IOException {
    List<MapEntry> entries = new ArrayList<>();
    List<MapEntry> merged = new ArrayList<>();
    Set<String> keys = new HashSet<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      boolean merges = MERGE.equals(parser.currentName()) && !parser.isQuoted();
      MapEntry entry = entry();
      if (merges) {
        merged.addAll(merged(entry));
      } else if (keys.add(entry.key())) {
        entries.add(entry);
      } else {
        problems.add(entry.place(), "key " + Words.quoted(entry.key()) + " is there twice");
      }
    }
    merged.stream().filter(entry -> keys.add(entry.key())).forEach(entries::add);
    return new MapNode(place, entries);
  }

  /** Returns the entries of a map, or of the maps of a list, that is merged into another. */
  private List<MapEntry> merged(MapEntry merge) {
    List<Node> maps =
        merge.value() instanceof ListNode list ? list.items() : List.of(merge.value());
    List<MapEntry> entries = new ArrayList<>();
    for (Node map : maps) {
      if (map instanceof MapNode known) {
        entries.addAll(known.entries());
      } else {
        refuse(map.place(), "'<<' must be a map to take keys from, but is " + map.described());
      }
    }
    return entries;
  }

  private MapEntry entry() throws IOException {
    count(1);
    refuseTag();
    String key = parser.currentName();
    Place place = place();
    parser.nextToken();
    return new MapEntry(key, place, value(place));
  }

  /** An empty value stands after its key, if not on another line: the key is what people see. */
  private Node value(Place key) throws IOException {
    boolean empty = parser.currentToken() == JsonToken.VALUE_STRING && parser.getText().isEmpty();
    return empty && !parser.isQuoted() ? scalar(key) : node();
  }

  private Node scalar(Place place) throws IOException {
    return parser.isCurrentAlias()
        ? alias(parser.getText(), place)
        : ScalarNode.of(place, parser.getText(), parser.isQuoted());
  }

  private Node alias(String name, Place place) {
    Anchor anchor = anchors.get(name);
    if (anchor == null) {
      refuse(
          place,
          "no value above bears the anchor '&%s'%s"
              .formatted(Words.plain(name), Spelling.suggestion(name, anchors.keySet())));
      return ScalarNode.of(place, "", false);
    }
    count(anchor.size());
    reach(depth + anchor.height());
    return anchor.node();
  }

  private void refuseTag() {
    parser
        .tag()
        .ifPresent(
            tag -> refuse(place(), "tags such as " + Words.quoted(tag) + " are not supported"));
  }

  private void refuse(Place at, String message) {
    problems.add(at, message);
    faithful = false;
  }

  /** Reads a list or a map that begins at a place. */
  @FunctionalInterface
  private interface Part {
    Node read(Place place) throws IOException;
  }
}
