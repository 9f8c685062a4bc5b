package org.cortado.engine.definition;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Reads the definition of a net from a tree that holds nothing but plain layers.
 *
 * <p>Checks what can be checked without knowing any layer type: keys, values, names. What is wrong
 * is reported and read past, so that a definition with problems is still good for finding more.
 */
public final class NetReader {

  /**
   * Returns the net that a tree defines, as far as it can be read, or nothing where it is no net at
   * all.
   *
   * @param file the file that gives the net its name if the tree doesn't
   */
  public Optional<NetDefinition> read(Node tree, Path file, Problems problems) {
    if (tree instanceof MapNode map) {
      return Optional.of(new NetMap(map, file, problems).read());
    }
    new Reporter("", "a net", problems).mustBe("a map with a list of layers", tree);
    return Optional.empty();
  }
}
