package org.cortado.drawing;

import java.util.ArrayList;
import java.util.List;
import org.cortado.engine.definition.Place;
import org.cortado.engine.net.NetLayer;

/**
 * A layer's name, taken apart.
 *
 * @param clusters the names of the blocks' uses around it, the outermost first
 * @param name what is left of the layer's own
 */
record LayerPath(List<String> clusters, String name) {

  /** Copies the list. */
  LayerPath {
    clusters = List.copyOf(clusters);
  }

  static LayerPath of(NetLayer layer) {
    String rest = layer.name();
    List<String> clusters = new ArrayList<>();
    List<Place.Use> uses = layer.definition().place().uses();
    String before = "";
    for (int i = uses.size() - 1; i >= 0; i--) {
      String prefix = uses.get(i).prefix();
      if (!layer.name().startsWith(prefix) || prefix.length() <= before.length()) {
        break;
      }
      clusters.add(prefix.substring(before.length(), prefix.length() - 1));
      rest = layer.name().substring(prefix.length());
      before = prefix;
    }
    return new LayerPath(clusters, rest);
  }
}
