package org.cortado.engine.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cortado.engine.definition.Keys;
import org.cortado.engine.definition.LayerDefinition;
import org.cortado.engine.definition.ListNode;
import org.cortado.engine.definition.MapEntry;
import org.cortado.engine.definition.MapNode;
import org.cortado.engine.definition.Node;
import org.cortado.engine.definition.Place;
import org.cortado.engine.definition.Problems;
import org.cortado.engine.definition.Reporter;
import org.cortado.engine.definition.ScalarNode;
import org.cortado.engine.definition.Spelling;
import org.cortado.engine.definition.Words;

/** Makes a plain list of layers of one with expressions, repetitions and uses of blocks. */
final class Expansion {

  /** How deep uses of blocks may stand in one another. */
  private static final int DEEPEST = 50;

  private static final String BLOCK = "block";
  private static final String REPEAT = "repeat";
  private static final String WHEN = "when";
  private static final List<String> LAYER_KEYS = layerKeys();
  private static final Keys KEYS_OF_LAYER =
      new Keys("key", LAYER_KEYS, "; what belongs to the layer's type goes under 'options'");
  private static final Keys KEYS_OF_USE =
      new Keys("key", BlockUse.KEYS, "; a use of a block has " + Words.listed(BlockUse.KEYS));

  private final Substitution substitution;
  private final Budget budget;
  private final Problems problems;
  private final List<Node> layers = new ArrayList<>();

  Expansion(Substitution substitution, Budget budget, Problems problems) {
    this.substitution = substitution;
    this.budget = budget;
    this.problems = problems;
  }

  private static List<String> layerKeys() {
    List<String> keys = new ArrayList<>(LayerDefinition.KEYS);
    keys.addAll(List.of(REPEAT, WHEN));
    return List.copyOf(keys);
  }

  /** Returns the layers of a file. */
  ListNode expand(ListNode list, Frame frame) {
    addAll(list, frame);
    return new ListNode(list.place(), layers);
  }

  private void addAll(ListNode list, Frame frame) {
    for (int i = 0; i < list.items().size(); i++) {
      add(list.items().get(i), i + 1, frame);
    }
  }

  private void add(Node item, int number, Frame frame) {
    if (item instanceof MapNode map) {
      Reporter reporter = new Reporter(subject(map, number, frame), "", problems);
      Keys keys = isUse(map) ? KEYS_OF_USE : KEYS_OF_LAYER;
      MapNode checked = keys.check(located(map, frame), reporter);
      if (isWanted(checked, frame, reporter)) {
        add(checked.without(WHEN), frame, reporter);
      }
    } else {
      layers.add(substitution.apply(item, frame.scope(), frame.use()));
    }
  }

  private static MapNode located(MapNode map, Frame frame) {
    return frame.use().map(map::usedAt).orElse(map);
  }

  private static boolean isUse(MapNode map) {
    List<String> keys = List.of("type", BLOCK);
    if (map.get(BLOCK).isPresent()) {
      return map.get("type").isEmpty();
    }
    return map.get("type").isEmpty()
        && map.keys().stream()
            .anyMatch(key -> Spelling.nearest(key, keys).filter(BLOCK::equals).isPresent());
  }

  private String subject(MapNode map, int number, Frame frame) {
    return map.get("name")
        .map(name -> substitution.quiet(name, frame.scope()))
        .filter(name -> !name.isEmpty())
        .map(name -> "layer " + Words.quoted(frame.names().layer(name)) + ": ")
        .orElse("layer " + number + ": ");
  }

  private boolean isWanted(MapNode map, Frame frame, Reporter reporter) {
    Optional<Node> when = map.get(WHEN).map(node -> value(node, frame));
    Optional<Boolean> wanted =
        when.filter(ScalarNode.class::isInstance).flatMap(node -> ((ScalarNode) node).asBoolean());
    if (when.isPresent() && wanted.isEmpty()) {
      reporter.at(WHEN).mustBe("true or false", when.get());
    }
    return wanted.orElse(true);
  }

  private Node value(Node node, Frame frame) {
    return substitution.apply(node, frame.scope(), frame.use());
  }

  private void add(MapNode item, Frame frame, Reporter reporter) {
    if (item.get(BLOCK).isPresent()) {
      Optional<BlockUse.Carried> use = new BlockUse(item, frame, substitution, reporter).read();
      use.ifPresentOrElse(
          found -> addUse(found, item.place(), frame, reporter), () -> standIn(item, frame));
    } else if (item.get(REPEAT).isPresent()) {
      List<MapNode> repeated = new RepeatedLayer(item, frame, substitution, reporter).layers();
      repeated.forEach(layer -> addLayer(layer, frame));
      if (repeated.isEmpty()) {
        standIn(item, frame);
      }
    } else {
      addLayer(substitution.applyToMap(item, frame.scope(), frame.use()), frame);
    }
  }

  /**
   * Adds a layer of no type for what could not be carried out, so that nobody misses its tops. That
   * it has no type goes without saying: what is wrong with it has been said.
   */
  private void standIn(MapNode item, Frame frame) {
    MapNode empty = MapNode.empty(item.place());
    for (String key : List.of("name", "top")) {
      Optional<MapEntry> entry = item.entry(key).filter(each -> !(each.value() instanceof MapNode));
      empty = entry.map(empty::with).orElse(empty);
    }
    problems.settle(item.place());
    addLayer(substitution.applyToMap(empty, frame.scope(), frame.use()), frame);
  }

  private void addLayer(MapNode layer, Frame frame) {
    budget.take(layer.place());
    new LayerNaming(frame, problems).apply(layer).ifPresent(layers::add);
  }

  private void addUse(BlockUse.Carried use, Place place, Frame frame, Reporter reporter) {
    if (frame.depth() == DEEPEST) {
      reporter.add(
          place,
          "uses of blocks stand more than %d deep in one another; does block '%s' use itself?"
              .formatted(DEEPEST, use.block().name()));
      throw new Budget.SpentException();
    }
    Frame around = use.frame();
    use.around().forEach(layer -> addLayer(layer, around));
    for (Instance instance : use.instances()) {
      int before = layers.size();
      Frame inner = use.frame(instance);
      addAll(use.block().layers(), inner);
      new OutputCheck(use.block(), inner, layers.subList(before, layers.size())).report(reporter);
    }
  }
}
