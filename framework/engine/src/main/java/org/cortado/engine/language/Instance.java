package org.cortado.engine.language;

import java.util.Map;
import java.util.Optional;
import org.cortado.engine.definition.Node;

/**
 * One of the times that a use of a block is carried out: there are more where it is repeated or
 * unrolled.
 *
 * @param name what the names of its layers begin with, less the slash
 * @param inputs the surroundings' names of the block's inputs
 * @param outputs the surroundings' names of the block's outputs
 * @param index which it is, from 1
 * @param count how many there are
 * @param arguments what it says of the arguments beside what the use says of them all
 * @param owner the instance whose parameters it shares, if it does
 */
record Instance(
    String name,
    Map<String, String> inputs,
    Map<String, String> outputs,
    int index,
    int count,
    Optional<Node> arguments,
    Optional<String> owner) {

  Instance {
    inputs = Map.copyOf(inputs);
    outputs = Map.copyOf(outputs);
  }
}
