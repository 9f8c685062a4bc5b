package org.cortado.engine.net;

import java.util.Arrays;
import java.util.List;
import org.cortado.api.blob.Blob;

/** The part that a layer has in the backward sweep. */
final class BackwardPart {

  private final BottomGradient[] bottoms;
  private final boolean[] propagateDown;
  private final boolean[] handedOut;
  private final TopGradient[] tops;
  private LayerGradient gradient = LayerGradient.NOT_WANTED;

  /** Makes none yet for a layer with so many bottoms and tops. */
  BackwardPart(int bottomCount, int topCount) {
    bottoms = new BottomGradient[bottomCount];
    propagateDown = new boolean[bottomCount];
    handedOut = new boolean[bottomCount];
    tops = new TopGradient[topCount];
    Arrays.fill(bottoms, BottomGradient.NOT_WANTED);
    Arrays.fill(tops, TopGradient.FROM_ABOVE);
  }

  LayerGradient gradient() {
    return gradient;
  }

  List<BottomGradient> bottoms() {
    return List.of(bottoms);
  }

  void plan(LayerGradient ofLayer, BottomGradient[] ofBottoms) {
    gradient = ofLayer;
    for (int i = 0; i < bottoms.length; i++) {
      bottoms[i] = ofBottoms[i];
      propagateDown[i] = ofBottoms[i].runs();
    }
  }

  void planTop(int top, TopGradient ofTop) {
    tops[top] = ofTop;
  }

  /** Makes the diffs of the tops what backward starts from. */
  void prepare(List<Blob> topBlobs, List<Float> lossWeights) {
    for (int top = 0; top < tops.length; top++) {
      tops[top].prepare(topBlobs.get(top).diff(), lossWeights.get(top));
    }
  }

  /** Returns a flag for each bottom, in an array that the layer may spoil. */
  boolean[] propagateDown() {
    System.arraycopy(propagateDown, 0, handedOut, 0, handedOut.length);
    return handedOut;
  }
}
