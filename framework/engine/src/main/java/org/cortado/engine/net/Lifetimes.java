package org.cortado.engine.net;

import java.util.List;
import java.util.Set;
import org.cortado.api.Reads;
import org.cortado.api.blob.Blob;

/**
 * Says from which step of a sweep to which one the data and diffs of a net are of interest.
 *
 * <p>Layer {@code i} of {@code n} runs forward in step {@code i} and backward in step {@code 2n - 1
 * - i}. Data that a backward pass reads are kept to the end, so that it can be run again.
 */
final class Lifetimes {

  private final List<NetLayer> layers;
  private final Set<Blob> lookedAt;
  private final boolean gradientsWanted;
  private final int end;

  /**
   * Prepares for a net.
   *
   * @param layers in order, with splits and their gradients planned
   * @param lookedAt what somebody outside the net may read or write
   * @param gradientsWanted whether the backward passes that are planned will be run
   */
  Lifetimes(List<NetLayer> layers, Set<Blob> lookedAt, boolean gradientsWanted) {
    this.layers = layers;
    this.lookedAt = lookedAt;
    this.gradientsWanted = gradientsWanted;
    end = 2 * layers.size();
  }

  /** Gives all groups their lives. */
  void assign(TensorGroups data, TensorGroups diffs) {
    for (int i = 0; i < layers.size(); i++) {
      NetLayer layer = layers.get(i);
      passForward(layer, i, data);
      if (gradientsWanted && layer.runsBackward()) {
        passBackward(layer, end - 1 - i, data, diffs);
      }
    }
    keepWhatIsLookedAt(data, diffs);
  }

  private static void passForward(NetLayer layer, int step, TensorGroups data) {
    live(layer.bottoms(), data, step);
    live(layer.tops(), data, step);
  }

  private void passBackward(NetLayer layer, int step, TensorGroups data, TensorGroups diffs) {
    Set<Reads> reads = layer.wired().layer().traits().backwardReads();
    if (reads.contains(Reads.BOTTOM_DATA)) {
      live(layer.bottoms(), data, end);
    }
    if (reads.contains(Reads.TOP_DATA) || reads.contains(Reads.TOP_SIGN)) {
      live(layer.tops(), data, end);
    }
    live(layer.tops(), diffs, step);
    boolean[] flags = layer.propagateDown();
    for (int bottom = 0; bottom < flags.length; bottom++) {
      if (flags[bottom]) {
        diffs.of(layer.bottoms().get(bottom)).liveAt(step);
      }
    }
  }

  private static void live(List<Blob> blobs, TensorGroups groups, int step) {
    blobs.forEach(blob -> groups.of(blob).liveAt(step));
  }

  /** What comes from outside is fed once for many sweeps, or kept by a layer that made it. */
  private void keepWhatIsLookedAt(TensorGroups data, TensorGroups diffs) {
    lookedAt.forEach(blob -> keep(blob, data, diffs));
    for (NetLayer layer : layers) {
      if (layer.bottoms().isEmpty()) {
        layer.tops().forEach(top -> keep(top, data, diffs));
      }
    }
  }

  private void keep(Blob blob, TensorGroups data, TensorGroups diffs) {
    live(List.of(blob), data, 0);
    live(List.of(blob), data, end);
    if (gradientsWanted && diffs.of(blob).isAlive()) {
      live(List.of(blob), diffs, 0);
      live(List.of(blob), diffs, end);
    }
  }
}
