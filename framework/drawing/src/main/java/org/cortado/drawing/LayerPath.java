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

  /** Takes a layer's name apart; a layer that bears the name of the use itself is inside, too. */
  static LayerPath of(NetLayer layer) {
    return of(layer.name(), layer.definition().place().uses());
  }

  /** Takes a name apart at the prefixes of uses, of which the innermost comes first. */
  static LayerPath of(String name, List<Place.Use> uses) {
    List<String> clusters = new ArrayList<>();
    String around = "";
    for (int i = uses.size() - 1; i >= 0; i--) {
      String prefix = uses.get(i).prefix();
      if (!(name + "/").startsWith(prefix) || prefix.length() <= around.length()) {
        break;
      }
      clusters.add(prefix.substring(around.length(), prefix.length() - 1));
      around = name.startsWith(prefix) ? prefix : around;
    }
    return new LayerPath(clusters, name.substring(around.length()));
  }
}
