package org.cortado.engine.net;

import java.util.List;

/**
 * A layer that knows which version of each blob it reads and writes.
 *
 * @param lossWeights how much each top counts in the total loss
 */
record WiredLayer(
    ResolvedLayer layer, List<Version> bottoms, List<Version> tops, List<Float> lossWeights) {

  WiredLayer {
    bottoms = List.copyOf(bottoms);
    tops = List.copyOf(tops);
    lossWeights = List.copyOf(lossWeights);
  }

  String name() {
    return layer.name();
  }

  WiredLayer withBottoms(List<Version> others) {
    return new WiredLayer(layer, others, tops, lossWeights);
  }

  WiredLayer withLossWeights(List<Float> others) {
    return new WiredLayer(layer, bottoms, tops, others);
  }
}
