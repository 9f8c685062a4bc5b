package org.cortado.engine.inspect;

import java.util.List;
import java.util.Map;

/**
 * What a file says of a layer, with the defaults of all that it leaves out.
 *
 * @param name its name
 * @param type its type
 * @param bottoms the blobs that it reads
 * @param tops the blobs that it writes
 * @param settings all else, as texts by key
 */
record LayerFacts(
    String name,
    String type,
    List<String> bottoms,
    List<String> tops,
    Map<String, String> settings) {

  /** Copies the collections. */
  LayerFacts {
    bottoms = List.copyOf(bottoms);
    tops = List.copyOf(tops);
    settings = Map.copyOf(settings);
  }

  /** Returns whether its only top bears its name, as where the file says nothing of tops. */
  boolean topsAreDefault() {
    return tops.equals(List.of(name));
  }
}
