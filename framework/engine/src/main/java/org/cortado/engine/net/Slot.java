package org.cortado.engine.net;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.cortado.api.blob.Tensor;

/** Memory on which groups of tensors take turns. */
final class Slot {

  private final List<TensorGroup> tenants = new ArrayList<>();
  private int count;

  /**
   * Deals out memory: the largest groups first, each to the smallest slot that is large enough and
   * free while it is alive, else to a new one.
   */
  static List<Slot> pack(List<TensorGroup> groups) {
    List<TensorGroup> bySize = new ArrayList<>(groups);
    bySize.sort(Comparator.comparingInt(TensorGroup::count).reversed());
    List<Slot> slots = new ArrayList<>();
    for (TensorGroup group : bySize) {
      best(slots, group).orElseGet(() -> open(slots)).add(group);
    }
    return slots;
  }

  private static Optional<Slot> best(List<Slot> slots, TensorGroup group) {
    return slots.stream()
        .filter(slot -> slot.tenants.stream().noneMatch(group::overlaps))
        .min(Comparator.comparingInt(slot -> slot.count));
  }

  private static Slot open(List<Slot> slots) {
    Slot slot = new Slot();
    slots.add(slot);
    return slot;
  }

  private void add(TensorGroup group) {
    tenants.add(group);
    count = Math.max(count, group.count());
  }

  /** Returns the groups, in the order in which they take their turns. */
  List<TensorGroup> tenants() {
    return tenants.stream().sorted(Comparator.comparingInt(TensorGroup::first)).toList();
  }

  /** Returns how many elements it must hold. */
  int count() {
    return count;
  }

  /** Makes all tensors stand on the memory of one of them. */
  void apply() {
    Tensor leader = tenants.get(0).members().get(0);
    for (TensorGroup tenant : tenants) {
      tenant.members().forEach(member -> member.reuse(leader));
    }
  }
}
