package org.cortado.engine.net;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cortado.engine.definition.LayerDefinition;
import org.cortado.engine.definition.Problems;
import org.cortado.engine.definition.Spelling;

/** Finds the layer whose parameters another shares, which may itself share those of a third. */
final class ParameterSharing {

  private final Map<String, LayerDefinition> layers = new HashMap<>();
  private final Problems problems;

  ParameterSharing(List<ResolvedLayer> resolved, Problems problems) {
    resolved.forEach(layer -> layers.put(layer.name(), layer.definition()));
    this.problems = problems;
  }

  /** Returns the layers, each with the owner of its parameters. */
  static List<ResolvedLayer> resolve(List<ResolvedLayer> resolved, Problems problems) {
    ParameterSharing sharing = new ParameterSharing(resolved, problems);
    return resolved.stream()
        .map(layer -> layer.withParametersOf(sharing.owner(layer.definition())))
        .toList();
  }

  private LayerDefinition owner(LayerDefinition layer) {
    Set<String> seen = new HashSet<>();
    LayerDefinition owner = layer;
    while (owner.shares().isPresent() && seen.add(owner.name())) {
      Optional<LayerDefinition> next = next(owner);
      if (next.isEmpty()) {
        return layer;
      }
      owner = next.get();
    }
    if (owner.shares().isPresent()) {
      problems.add(layer.place(), layer.subject() + "shares its parameters in a circle");
      return layer;
    }
    return checked(layer, owner);
  }

  private Optional<LayerDefinition> next(LayerDefinition layer) {
    String name = layer.shares().orElseThrow();
    Optional<LayerDefinition> owner = Optional.ofNullable(layers.get(name));
    if (owner.isEmpty()) {
      problems.add(
          layer.place(),
          layer.subject()
              + "shares names '%s', but there is no such layer%s"
                  .formatted(name, Spelling.suggestion(name, layers.keySet())));
    }
    return owner;
  }

  private LayerDefinition checked(LayerDefinition layer, LayerDefinition owner) {
    if (layer.type().equals(owner.type())) {
      return owner;
    }
    problems.add(
        layer.place(),
        layer.subject()
            + "can't share the parameters of layer '%s': it is of type %s"
                .formatted(owner.name(), owner.type()));
    return layer;
  }
}
