package org.cortado.engine.solver;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.cortado.api.Phase;
import org.cortado.engine.definition.ListNode;
import org.cortado.engine.definition.MapEntry;
import org.cortado.engine.definition.MapNode;
import org.cortado.engine.definition.Pace;
import org.cortado.engine.definition.Place;
import org.cortado.engine.net.NetSettings;
import org.cortado.engine.net.ParameterRule;

/**
 * A solver's definition and where it comes from.
 *
 * @param file the file
 * @param definition what it says, settings of the command line included
 * @param tree the same as a tree, which knows the places
 * @param reader what it was read by, which knows what it chooses among
 */
public record SolverFile(
    Path file, SolverDefinition definition, MapNode tree, SolverReader reader) {

  /** Returns the file's name without its ending: {@code lenet-solver}. */
  public String name() {
    String name = String.valueOf(file.getFileName());
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  /**
   * Returns the definition in iterations, for a training whose pace is known.
   *
   * @throws org.cortado.engine.definition.DefinitionException if it can't be said in them
   */
  SolverDefinition at(Pace pace) {
    return reader.read(this, pace);
  }

  /** Returns what it says as a tree, with the defaults of all that it leaves out. */
  MapNode expanded() {
    return reader.expand(this);
  }

  /**
   * Returns what the net that learns is built by, whoever builds it.
   *
   * @param dataFolder where relative paths of data begin
   */
  public NetSettings learning(Path dataFolder) {
    return NetSettings.of(Phase.TRAIN, definition.seed(), dataFolder)
        .at(definition.state(Phase.TRAIN))
        .with(parameterRules());
  }

  /** Returns the rules for parameters, in their order. */
  public List<ParameterRule> parameterRules() {
    List<ParameterRule> rules = new ArrayList<>();
    for (ParameterOptions options : definition.parameters()) {
      rules.add(options.rule(placeOfParameters(rules.size())));
    }
    return rules;
  }

  private Place placeOfParameters(int index) {
    return tree.get("parameters")
        .map(all -> all instanceof ListNode list ? list.items().get(index).place() : all.place())
        .orElse(tree.place());
  }

  /** Returns where the last of nested keys stands, or the nearest key above it that is there. */
  Place place(String... keys) {
    return place(tree, Arrays.asList(keys));
  }

  private static Place place(MapNode map, List<String> keys) {
    Optional<MapEntry> entry = map.entry(keys.get(0));
    if (entry.isEmpty()) {
      return map.place();
    }
    return keys.size() > 1 && entry.get().value() instanceof MapNode inner
        ? place(inner, keys.subList(1, keys.size()))
        : entry.get().place();
  }
}
