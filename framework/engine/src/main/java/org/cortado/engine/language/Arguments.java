package org.cortado.engine.language;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cortado.engine.definition.ListNode;
import org.cortado.engine.definition.MapEntry;
import org.cortado.engine.definition.MapNode;
import org.cortado.engine.definition.Node;
import org.cortado.engine.definition.Place;
import org.cortado.engine.definition.Reporter;
import org.cortado.engine.definition.ScalarNode;
import org.cortado.engine.definition.Spelling;
import org.cortado.engine.definition.Words;

/** Gives the arguments of a block the values that a use says, in their order or by a map. */
final class Arguments {

  private final Block block;
  private final Substitution substitution;
  private final Reporter reporter;
  private final Map<String, Node> given = new HashMap<>();

  Arguments(Block block, Substitution substitution, Reporter reporter) {
    this.block = block;
    this.substitution = substitution;
    this.reporter = reporter;
  }

  /** Takes values, in place of those taken before; expressions have their values already. */
  Arguments take(Node args) {
    if (args instanceof MapNode map) {
      map.entries().forEach(this::take);
    } else if (args instanceof ListNode list) {
      take(list);
    } else if (!(args instanceof ScalarNode scalar && scalar.isNull())) {
      take(new ListNode(args.place(), List.of(args)));
    }
    return this;
  }

  private void take(MapEntry entry) {
    List<String> names = block.argumentNames();
    if (names.contains(entry.key())) {
      given.put(entry.key(), entry.value());
    } else {
      String near = Spelling.suggestion(entry.key(), names);
      String known = names.isEmpty() ? "; it has none" : "; it has " + Words.listed(names);
      reporter.add(
          entry.place(),
          "the block has no argument "
              + Words.quoted(entry.key())
              + (near.isEmpty() ? known : near));
    }
  }

  private void take(ListNode list) {
    List<String> names = block.argumentNames();
    if (list.items().size() > names.size()) {
      reporter.add(
          list.place(),
          "args lists %d values, but the block has %d argument%s%s"
              .formatted(
                  list.items().size(),
                  names.size(),
                  names.size() == 1 ? "" : "s",
                  names.isEmpty() ? "" : ": " + Words.listed(names)));
    }
    for (int i = 0; i < Math.min(names.size(), list.items().size()); i++) {
      given.put(names.get(i), list.items().get(i));
    }
  }

  /**
   * Returns what expressions in the block may name.
   *
   * @param use the use
   * @param surrounding what they may name beside the arguments
   */
  Scope scope(Place.Use use, Scope surrounding) {
    Place place = use.place();
    Scope scope = surrounding;
    for (Block.Argument argument : block.arguments()) {
      Scope known = scope;
      Optional<Node> value =
          Optional.ofNullable(given.get(argument.name()))
              .or(
                  () ->
                      argument
                          .byDefault()
                          .map(node -> substitution.apply(node, known, Optional.of(use))));
      if (value.isEmpty()) {
        reporter.add(
            place,
            "argument '%s' is missing; the block takes %s"
                .formatted(argument.name(), Words.listed(block.argumentNames())));
      }
      scope = scope.with(argument.name(), value.orElseGet(() -> ScalarNode.ofNumber(place, 1)));
    }
    return scope;
  }
}
