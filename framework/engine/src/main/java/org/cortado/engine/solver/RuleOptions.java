package org.cortado.engine.solver;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cortado.engine.definition.MapEntry;
import org.cortado.engine.definition.MapNode;
import org.cortado.engine.definition.Node;
import org.cortado.engine.definition.OptionDescription;
import org.cortado.engine.definition.ScalarNode;

/**
 * Puts the options of an update rule where they belong.
 *
 * <p>Caffe's solver files have them beside the type: {@code type: Adam} and {@code momentum: 0.9}
 * stand for {@code type: {type: Adam, momentum: 0.9}}. So a rule refuses what it has no use for.
 * Those of any other rule may stand there, too, where a solver has no key of that name itself.
 */
final class RuleOptions {

  private static final String TYPE = "type";
  private static final String PLAIN = "SGD";
  private static final Set<String> CAFFES = Set.of("momentum", "momentum2", "delta", "rms_decay");

  private final Map<String, Class<? extends Record>> rules;

  /**
   * Makes one.
   *
   * @param rules all that {@code type} chooses among, by name
   */
  RuleOptions(Map<String, Class<? extends Record>> rules) {
    this.rules = rules;
  }

  /** Returns a solver in which they stand with the type. */
  MapNode gather(MapNode solver) {
    Set<String> options = options(solver);
    MapNode gathered = solver;
    for (MapEntry entry : solver.entries()) {
      gathered = options.contains(entry.key()) ? move(entry, gathered) : gathered;
    }
    return gathered;
  }

  private Set<String> options(MapNode solver) {
    Set<String> options =
        Optional.ofNullable(rules.get(word(solver))).map(RuleOptions::keys).orElseGet(Set::of);
    options = new LinkedHashSet<>(options);
    options.removeAll(keys(SolverDefinition.class));
    options.addAll(CAFFES);
    return options;
  }

  private static String word(MapNode solver) {
    return solver
        .get(TYPE)
        .map(type -> asMap(type).get(TYPE))
        .orElseGet(Optional::empty)
        .flatMap(ScalarNode::textOf)
        .orElse(PLAIN);
  }

  private static Set<String> keys(Class<? extends Record> type) {
    return OptionDescription.of(type).stream()
        .map(OptionDescription::key)
        .collect(Collectors.toSet());
  }

  private static MapNode move(MapEntry option, MapNode solver) {
    Node type = solver.get(TYPE).orElseGet(() -> ScalarNode.of(option.place(), PLAIN, false));
    return solver
        .without(option.key())
        .with(new MapEntry(TYPE, type.place(), asMap(type).with(option)));
  }

  private static MapNode asMap(Node type) {
    return type instanceof MapNode map
        ? map
        : MapNode.empty(type.place()).with(new MapEntry(TYPE, type.place(), type));
  }
}
