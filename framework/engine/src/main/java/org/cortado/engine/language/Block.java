package org.cortado.engine.language;

import java.util.List;
import java.util.Optional;
import org.cortado.engine.definition.ListNode;
import org.cortado.engine.definition.Node;
import org.cortado.engine.definition.Place;

/**
 * A group of layers that a net may use any number of times.
 *
 * @param name what uses call it
 * @param place where it is named
 * @param arguments what a use may vary, in the order in which it may list them
 * @param inputs the blobs that it reads of its surroundings, in the order of a use's bottoms
 * @param outputs the blobs that it gives to its surroundings, in the order of a use's tops
 * @param layers the layers and the uses of other blocks, as the file has them
 * @param home what the file that it stands in knows
 */
record Block(
    String name,
    Place place,
    List<Argument> arguments,
    List<String> inputs,
    List<String> outputs,
    ListNode layers,
    Library home) {

  Block {
    arguments = List.copyOf(arguments);
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
  }

  /**
   * What a use may vary.
   *
   * @param name what expressions call it
   * @param byDefault what it is where a use doesn't say; an expression may name those before it
   */
  record Argument(String name, Optional<Node> byDefault) {}

  List<String> argumentNames() {
    return arguments.stream().map(Argument::name).toList();
  }
}
