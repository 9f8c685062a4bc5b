package org.cortado.engine.language;

import java.util.HashMap;
import java.util.Map;

/**
 * How the names inside a block become names of the net.
 *
 * @param prefix what the names of layers and of inner blobs begin with: {@code stem/}
 * @param blobs the net's names of the block's inputs and outputs
 */
record Names(String prefix, Map<String, String> blobs) {

  /** What a block calls the use itself, for the layer or blob that is to bear its name. */
  private static final String ITSELF = ".";

  /** The names outside of blocks, which stay as they are. */
  static final Names PLAIN = new Names("", Map.of());

  Names {
    blobs = Map.copyOf(blobs);
  }

  /** Returns the net's name of a layer of the block. */
  String layer(String name) {
    return below(prefix, name);
  }

  /** Returns the name of what a block calls so, where the names of its layers begin like that. */
  static String below(String prefix, String name) {
    return name.equals(ITSELF) && !prefix.isEmpty()
        ? prefix.substring(0, prefix.length() - 1)
        : prefix + name;
  }

  /** Returns the net's name of a blob of the block. */
  String blob(String name) {
    return blobs.getOrDefault(name, layer(name));
  }

  /** Returns the names inside a block that is used here. */
  Names inside(String use, Map<String, String> inputs, Map<String, String> outputs) {
    Map<String, String> all = new HashMap<>();
    inputs.forEach((inner, outer) -> all.put(inner, blob(outer)));
    outputs.forEach((inner, outer) -> all.put(inner, blob(outer)));
    return new Names(layer(use) + "/", all);
  }
}
