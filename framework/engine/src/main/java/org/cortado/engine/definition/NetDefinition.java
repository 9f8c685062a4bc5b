package org.cortado.engine.definition;

import java.nio.file.Path;
import java.util.List;

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

  /** Copies the list. */
  public NetDefinition {
    layers = List.copyOf(layers);
  }
}
