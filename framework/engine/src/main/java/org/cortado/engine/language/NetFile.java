package org.cortado.engine.language;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cortado.engine.definition.ListNode;
import org.cortado.engine.definition.MapEntry;
import org.cortado.engine.definition.MapNode;
import org.cortado.engine.definition.NetDefinition;
import org.cortado.engine.definition.NetReader;
import org.cortado.engine.definition.Node;
import org.cortado.engine.definition.Overrides;
import org.cortado.engine.definition.Problems;
import org.cortado.engine.definition.Spelling;
import org.cortado.engine.definition.Words;
import org.cortado.engine.definition.YamlReader;

/**
 * A net's file, read and expanded.
 *
 * @param net what it says
 * @param flat the same as a tree of nothing but plain layers, as a file could hold it
 */
public record NetFile(NetDefinition net, Node flat) {

  private static final String LAYERS = "layers";
  private static final String VARS = "vars";

  /**
   * Returns what a file says, as far as it can be read, or nothing where it is no net at all.
   *
   * @param file the file
   * @param settings what overrules it; later ones prevail
   * @param problems where everything that is wrong goes; nothing is thrown for it
   */
  public static Optional<NetFile> read(Path file, NetOverrides settings, Problems problems) {
    return new YamlReader()
        .read(file, problems)
        .flatMap(tree -> read(tree, file, settings, problems));
  }

  private static Optional<NetFile> read(
      Node tree, Path file, NetOverrides settings, Problems problems) {
    List<String> early = settings.ofTheFile(tree);
    List<String> late = new ArrayList<>(settings.settings());
    late.removeAll(early);
    Node overruled = withVariables(tree, settings.variables());
    overruled = new Overrides(early).apply(overruled, problems);
    if (!early.isEmpty() || !settings.variables().entries().isEmpty()) {
      requireVariables(tree, overruled, problems);
    }
    return expand(overruled, file, settings.root(), problems)
        .map(flat -> new Overrides(late).apply(flat, problems))
        .flatMap(
            flat ->
                new NetReader()
                    .read(flat, file, problems)
                    .map(net -> new NetFile(net, Template.escaped(flat))));
  }

  private static Node withVariables(Node tree, MapNode variables) {
    if (!(tree instanceof MapNode map) || variables.entries().isEmpty()) {
      return tree;
    }
    MapNode vars = variables(tree);
    for (MapEntry variable : variables.entries()) {
      vars = vars.with(variable);
    }
    return map.with(new MapEntry(VARS, map.place(), vars));
  }

  /** A variable that the file lacks would be set to no effect. */
  private static void requireVariables(Node before, Node after, Problems problems) {
    List<String> known = variables(before).keys();
    for (MapEntry variable : variables(after).entries()) {
      if (!known.contains(variable.key())) {
        String near = Spelling.suggestion(variable.key(), known);
        String all = known.isEmpty() ? "; it has none" : "; it has " + Words.listed(known);
        problems.add(
            variable.place(),
            "the net has no variable '" + variable.key() + "'" + (near.isEmpty() ? all : near));
      }
    }
  }

  private static MapNode variables(Node tree) {
    return tree instanceof MapNode map
            && map.get(VARS).orElseGet(() -> MapNode.empty(map.place())) instanceof MapNode vars
        ? vars
        : MapNode.empty(tree.place());
  }

  private static Optional<Node> expand(
      Node tree, Path file, Optional<Path> root, Problems problems) {
    if (!(tree instanceof MapNode map)) {
      return Optional.of(tree);
    }
    Budget budget = new Budget(problems);
    try {
      return Optional.of(expand(map, file, root, budget, problems));
    } catch (Budget.SpentException reported) {
      return Optional.empty();
    }
  }

  private static MapNode expand(
      MapNode map, Path file, Optional<Path> root, Budget budget, Problems problems) {
    Substitution substitution = new Substitution(problems, budget);
    Library library = new LibraryReader(root, substitution, problems).read(map, file);
    MapNode flat = new MapNode(map.place(), List.of());
    for (MapEntry entry : map.entries()) {
      if (entry.key().equals(LAYERS) && entry.value() instanceof ListNode layers) {
        Expansion expansion = new Expansion(substitution, budget, problems);
        ListNode plain = expansion.expand(layers, Frame.of(library));
        flat = flat.with(new MapEntry(LAYERS, entry.place(), plain));
      } else if (!LibraryReader.KEYS.contains(entry.key())) {
        Node value = substitution.apply(entry.value(), library.variables(), Optional.empty());
        flat = flat.with(new MapEntry(entry.key(), entry.place(), value));
      }
    }
    return flat;
  }
}
