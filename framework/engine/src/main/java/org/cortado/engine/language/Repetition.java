package org.cortado.engine.language;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cortado.engine.definition.Node;

/**
 * Chains the instances of a use: the first outputs of one are the first inputs of the next.
 *
 * @param use the name of the use
 * @param inputs the surroundings' names of the block's inputs
 * @param outputs the surroundings' names of the block's outputs
 */
record Repetition(String use, Map<String, String> inputs, Map<String, String> outputs) {

  Repetition {
    inputs = Map.copyOf(inputs);
    outputs = Map.copyOf(outputs);
  }

  /**
   * Returns the instances.
   *
   * @param block what is used
   * @param arguments what each says of the arguments
   */
  List<Instance> instances(Block block, List<Optional<Node>> arguments) {
    List<Instance> instances = new ArrayList<>();
    Map<String, String> in = inputs;
    int count = arguments.size();
    for (int index = 1; index <= count; index++) {
      String name = use + "/" + index;
      Map<String, String> out = index == count ? outputs : inner(block.outputs(), name);
      instances.add(
          new Instance(name, in, out, index, count, arguments.get(index - 1), Optional.empty()));
      in = chained(block, out);
    }
    return instances;
  }

  private static Map<String, String> inner(List<String> outputs, String name) {
    Map<String, String> inner = new HashMap<>();
    outputs.forEach(output -> inner.put(output, outputs.size() == 1 ? name : name + "/" + output));
    return inner;
  }

  private Map<String, String> chained(Block block, Map<String, String> before) {
    Map<String, String> next = new HashMap<>(inputs);
    for (int i = 0; i < block.outputs().size(); i++) {
      next.put(block.inputs().get(i), before.get(block.outputs().get(i)));
    }
    return next;
  }
}
