package org.cortado.engine.net;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Memory;
import org.cortado.api.blob.Tensor;

/** Which blobs of a net stand on the same memory. */
final class MemoryPlan {

  private final List<NetLayer> layers;
  private final Set<NetLayer> inPlace;
  private final boolean gradientsWanted;
  private final TensorGroups data;
  private final TensorGroups diffs;
  private final List<Slot> slots;

  /**
   * Makes a plan.
   *
   * @param layers in order, with splits and their gradients planned
   * @param inPlace those whose top 0 is to stand on the memory of bottom 0
   * @param lookedAt what somebody outside the net may read or write
   * @param gradientsWanted whether the backward passes that are planned will be run
   */
  MemoryPlan(
      List<NetLayer> layers, Set<NetLayer> inPlace, Set<Blob> lookedAt, boolean gradientsWanted) {
    this.layers = layers;
    this.inPlace = inPlace;
    this.gradientsWanted = gradientsWanted;
    data = new TensorGroups(layers, inPlace, Blob::data);
    diffs = new TensorGroups(layers, inPlace, Blob::diff);
    new Lifetimes(layers, lookedAt, gradientsWanted).assign(data, diffs);
    List<TensorGroup> all = new ArrayList<>(data.alive());
    all.addAll(diffs.alive());
    slots = Slot.pack(all);
  }

  Set<NetLayer> inPlace() {
    return inPlace;
  }

  TensorGroups data() {
    return data;
  }

  TensorGroups diffs() {
    return diffs;
  }

  List<Slot> slots() {
    return slots;
  }

  /**
   * Makes the blobs share memory, before any of them has any.
   *
   * @param memory where a layer gets its own from once its bottom no longer fits its top
   */
  void apply(Memory memory) {
    slots.forEach(Slot::apply);
    for (int i = 0; i < layers.size(); i++) {
      NetLayer layer = layers.get(i);
      List<NetLayer> fromHere = layers.subList(i, layers.size());
      if (inPlace.contains(layer)) {
        layer.workInPlace(() -> fromHere.forEach(each -> separate(each, memory)));
      }
      if (!gradientsWanted) {
        layer.runForwardOnly("stands on shared memory");
      }
    }
    layers.forEach(NetLayer::reshape);
  }

  /**
   * Gives the tops of a layer memory of their own again, save where the file itself puts them in
   * place. What comes from outside never shared any, and may have been fed.
   */
  private static void separate(NetLayer layer, Memory memory) {
    layer.forgetPlan();
    for (Blob top : layer.tops()) {
      if (!layer.bottoms().isEmpty() && !layer.bottoms().contains(top)) {
        top.data().reuse(new Tensor(top.shape(), memory));
        top.diff().reuse(new Tensor(top.shape(), memory));
      }
    }
  }
}
