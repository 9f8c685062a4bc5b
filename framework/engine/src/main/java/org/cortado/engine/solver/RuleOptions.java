package org.cortado.engine.solver;

import java.util.List;
import org.cortado.engine.definition.MapEntry;
import org.cortado.engine.definition.MapNode;
import org.cortado.engine.definition.Node;
import org.cortado.engine.definition.ScalarNode;

/**
 * Puts the options of an update rule where they belong.
 *
 * <p>Caffe's solver files have them beside the type: {@code type: Adam} and {@code momentum: 0.9}
 * stand for {@code type: {type: Adam, momentum: 0.9}}. So a rule refuses what it has no use for.
 */
final class RuleOptions {

  private static final String TYPE = "type";
  private static final List<String> OPTIONS =
      List.of("momentum", "momentum2", "delta", "rms_decay");

  private RuleOptions() {}

  /** Returns a solver in which they stand with the type. */
  static MapNode gather(MapNode solver) {
    MapNode gathered = solver;
    for (String option : OPTIONS) {
      MapNode all = gathered;
      gathered = all.entry(option).map(entry -> move(entry, all)).orElse(all);
    }
    return gathered;
  }

  private static MapNode move(MapEntry option, MapNode solver) {
    Node type = solver.get(TYPE).orElseGet(() -> ScalarNode.of(option.place(), "SGD", false));
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
