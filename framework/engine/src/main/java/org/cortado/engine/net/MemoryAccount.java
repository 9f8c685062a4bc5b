package org.cortado.engine.net;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Tensor;
import org.cortado.engine.net.MemoryReport.BlobMemory;
import org.cortado.engine.net.MemoryReport.Ground;
import org.cortado.engine.net.MemoryReport.Sharing;

/** Tells in words what a plan does. */
final class MemoryAccount {

  private final MemoryPlan plan;
  private final IdentityHashMap<Tensor, String> names = new IdentityHashMap<>();
  private final Map<Blob, String> overwritten = new HashMap<>();
  private final Map<TensorGroup, Slot> slots = new HashMap<>();

  MemoryAccount(List<NetLayer> layers, MemoryPlan plan) {
    this.plan = plan;
    layers.forEach(this::name);
    plan.slots().forEach(slot -> slot.tenants().forEach(tenant -> slots.put(tenant, slot)));
  }

  private void name(NetLayer layer) {
    for (int i = 0; i < layer.tops().size(); i++) {
      Blob top = layer.tops().get(i);
      String name = layer.definition().tops().get(i).name();
      names.putIfAbsent(top.data(), name);
      names.putIfAbsent(top.diff(), "diff of " + name);
      if (i == 0 && plan.inPlace().contains(layer)) {
        overwritten.put(top, layer.wired().bottoms().get(0).blob());
      }
    }
  }

  /**
   * Returns the report.
   *
   * @param blobs of the net, by name
   * @param kept the plan of the same net with nothing in place
   */
  MemoryReport report(Map<String, Blob> blobs, MemoryPlan kept) {
    List<BlobMemory> all =
        blobs.entrySet().stream().map(entry -> describe(entry.getKey(), entry.getValue())).toList();
    long shared = plan.slots().stream().mapToLong(slot -> MemoryReport.bytes(slot.count())).sum();
    return new MemoryReport(all, kept.data().bytes(), kept.diffs().bytes(), shared);
  }

  private BlobMemory describe(String name, Blob blob) {
    Ground data = ground(blob, plan.data().of(blob), blob.data(), "");
    Ground diff = ground(blob, plan.diffs().of(blob), blob.diff(), "diff of ");
    return new BlobMemory(name, blob.shape(), data, diff);
  }

  private Ground ground(Blob blob, TensorGroup group, Tensor tensor, String prefix) {
    if (!group.isAlive()) {
      return new Ground(Sharing.UNUSED, Optional.empty());
    }
    String bottom = overwritten.get(blob);
    if (bottom != null) {
      return new Ground(Sharing.IN_PLACE, Optional.of(prefix + bottom));
    }
    Tensor first = group.members().get(0);
    return first == tensor
        ? turn(group)
        : new Ground(Sharing.VIEW, Optional.ofNullable(names.get(first)));
  }

  private Ground turn(TensorGroup group) {
    TensorGroup first = Objects.requireNonNull(slots.get(group)).tenants().get(0);
    return first == group
        ? new Ground(Sharing.OWN, Optional.empty())
        : new Ground(Sharing.REUSED, Optional.ofNullable(names.get(first.members().get(0))));
  }
}
