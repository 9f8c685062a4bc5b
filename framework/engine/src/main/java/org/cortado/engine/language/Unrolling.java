package org.cortado.engine.language;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cortado.engine.definition.MapNode;
import org.cortado.engine.definition.Place;
import org.cortado.engine.definition.ScalarNode;

/**
 * Unrolls a use over time: its instances, one a step, share their parameters and hand their state
 * on.
 *
 * @param use the name of the use
 * @param inputs the surroundings' names of the block's inputs
 * @param outputs the surroundings' names of the block's outputs
 * @param steps how many there are
 * @param slices the inputs of which each step gets its part along axis 0
 * @param carries the inputs that are, but for the first step, outputs of the step before
 * @param joins the outputs of which all steps' parts are put together along axis 0; of another the
 *     last step's is taken
 */
record Unrolling(
    String use,
    Map<String, String> inputs,
    Map<String, String> outputs,
    int steps,
    List<String> slices,
    Map<String, String> carries,
    List<String> joins) {

  Unrolling {
    inputs = Map.copyOf(inputs);
    outputs = Map.copyOf(outputs);
    slices = List.copyOf(slices);
    carries = Map.copyOf(carries);
    joins = List.copyOf(joins);
  }

  /** Returns an instance for each step. */
  List<Instance> instances() {
    List<Instance> instances = new ArrayList<>();
    for (int step = 1; step <= steps; step++) {
      Optional<String> owner = step == 1 ? Optional.empty() : Optional.of(name(1));
      instances.add(
          new Instance(name(step), in(step), out(step), step, steps, Optional.empty(), owner));
    }
    return instances;
  }

  private String name(int step) {
    return use + "/" + step;
  }

  private Map<String, String> in(int step) {
    Map<String, String> in = new HashMap<>(inputs);
    if (steps > 1) {
      slices.forEach(input -> in.put(input, part(input, step)));
    }
    if (step > 1) {
      carries.forEach((input, output) -> in.put(input, out(step - 1).get(output)));
    }
    return in;
  }

  private Map<String, String> out(int step) {
    Map<String, String> out = new HashMap<>();
    outputs.forEach(
        (output, top) -> out.put(output, isWhole(output, step) ? top : part(output, step)));
    return out;
  }

  private boolean isWhole(String output, int step) {
    return steps == 1 || (step == steps && !joins.contains(output));
  }

  private String part(String port, int step) {
    return name(step) + "/" + port;
  }

  /** Returns the layers that take the inputs apart, and put the outputs together. */
  List<MapNode> around(Place place) {
    List<MapNode> layers = new ArrayList<>();
    if (steps > 1) {
      slices.forEach(
          input ->
              layers.add(layer(place, input, "Slice", List.of(inputs.get(input)), parts(input))));
      joins.forEach(
          output ->
              layers.add(
                  layer(place, output, "Concat", parts(output), List.of(outputs.get(output)))));
    }
    return layers;
  }

  private List<String> parts(String port) {
    List<String> parts = new ArrayList<>();
    for (int step = 1; step <= steps; step++) {
      parts.add(part(port, step));
    }
    return parts;
  }

  private MapNode layer(
      Place place, String port, String type, List<String> bottoms, List<String> tops) {
    MapNode axis =
        MapNode.empty(place).with(Trees.entry(place, "axis", ScalarNode.ofNumber(place, 0)));
    return MapNode.empty(place)
        .with(Trees.entry(place, "name", ScalarNode.ofText(place, use + "/" + port)))
        .with(Trees.entry(place, "type", ScalarNode.ofText(place, type)))
        .with(Trees.entry(place, "bottom", Trees.texts(place, bottoms)))
        .with(Trees.entry(place, "top", Trees.texts(place, tops)))
        .with(Trees.entry(place, "options", axis));
  }
}
