package org.cortado.engine.definition;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What a file says of a net.
 *
 * @param name the name; that of the file where it says none
 * @param forceBackward whether gradients run down to the inputs
 * @param layers the layers in the order of the file
 * @param file the file
 */
public record NetDefinition(
    String name, boolean forceBackward, List<LayerDefinition> layers, Path file) {

  private static final String LAYERS = "layers";

  /**
   * Returns the plain tree of a net with none but the layers of a state, which no longer need
   * rules.
   *
   * @param flat the tree that this definition was read from
   */
  public Node in(NetState state, Node flat) {
    if (!(flat instanceof MapNode map)
        || !(map.get(LAYERS).orElse(flat) instanceof ListNode list)) {
      return flat;
    }
    List<Node> kept = new ArrayList<>();
    for (int i = 0; i < layers.size(); i++) {
      if (layers.get(i).isIn(state) && list.items().get(i) instanceof MapNode layer) {
        kept.add(Inclusion.ALWAYS.putInto(layer));
      }
    }
    return map.with(new MapEntry(LAYERS, list.place(), new ListNode(list.place(), kept)));
  }

  /** Returns this net with each layer changed. */
  public NetDefinition map(UnaryOperator<LayerDefinition> change) {
    return new NetDefinition(name, forceBackward, layers.stream().map(change).toList(), file);
  }

  /** Copies the list. */
  public NetDefinition {
    layers = List.copyOf(layers);
  }
}
