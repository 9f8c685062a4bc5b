package org.cortado.engine.net;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Tensor;

/** Either the data or the diffs of all blobs of a net, put together where they share memory. */
final class TensorGroups {

  private final Function<Blob, Tensor> which;
  private final IdentityHashMap<Tensor, TensorGroup> byTensor = new IdentityHashMap<>();
  private final List<TensorGroup> groups = new ArrayList<>();

  /**
   * Puts them together.
   *
   * @param layers in order
   * @param inPlace the layers whose top 0 is to stand on the memory of bottom 0
   * @param which the data or the diff of a blob
   */
  TensorGroups(List<NetLayer> layers, Set<NetLayer> inPlace, Function<Blob, Tensor> which) {
    this.which = which;
    for (NetLayer layer : layers) {
      for (int top = 0; top < layer.tops().size(); top++) {
        join(layer, top, inPlace.contains(layer) && top == 0);
      }
    }
  }

  private void join(NetLayer layer, int top, boolean inPlace) {
    Tensor tensor = which.apply(layer.tops().get(top));
    if (!byTensor.containsKey(tensor)) {
      TensorGroup group =
          inPlace ? of(layer.bottoms().get(0)) : sharing(layer, tensor).orElseGet(this::open);
      group.add(tensor);
      byTensor.put(tensor, group);
    }
  }

  /** Returns the group of those tensors at the layer whose memory it stands on already. */
  private Optional<TensorGroup> sharing(NetLayer layer, Tensor tensor) {
    return Stream.concat(layer.bottoms().stream(), layer.tops().stream())
        .map(which)
        .filter(tensor::sharesMemoryWith)
        .map(byTensor::get)
        .filter(Objects::nonNull)
        .findFirst();
  }

  private TensorGroup open() {
    TensorGroup group = new TensorGroup();
    groups.add(group);
    return group;
  }

  /** Returns the group of a blob of the net. */
  TensorGroup of(Blob blob) {
    return Objects.requireNonNull(byTensor.get(which.apply(blob)));
  }

  /** Returns those that anybody uses, in the order of their layers. */
  List<TensorGroup> alive() {
    return groups.stream().filter(TensorGroup::isAlive).toList();
  }

  /** Returns what they take if each group has memory of its own. */
  long bytes() {
    return alive().stream().mapToLong(group -> MemoryReport.bytes(group.count())).sum();
  }
}
