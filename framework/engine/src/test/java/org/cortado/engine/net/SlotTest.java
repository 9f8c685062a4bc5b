package org.cortado.engine.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cortado.api.blob.Memory;
import org.cortado.api.blob.Shape;
import org.cortado.api.blob.Tensor;
import org.junit.jupiter.api.Test;

class SlotTest {

  private static final Memory NONE =
      count -> {
        throw new AssertionError("nothing is read");
      };

  private static TensorGroup group(int count, int first, int last) {
    TensorGroup group = new TensorGroup();
    group.add(new Tensor(Shape.of(count), NONE));
    group.liveAt(first);
    group.liveAt(last);
    return group;
  }

  @Test
  void livesThatTouchInOneStepDoNotShare() {
    assertThat(Slot.pack(List.of(group(5, 0, 3), group(5, 3, 4)))).hasSize(2);
    assertThat(Slot.pack(List.of(group(5, 3, 4), group(5, 0, 3)))).hasSize(2);
    assertThat(Slot.pack(List.of(group(5, 0, 9), group(5, 3, 4)))).hasSize(2);
  }

  @Test
  void livesThatFollowEachOtherShare() {
    TensorGroup late = group(7, 4, 5);
    TensorGroup early = group(5, 0, 3);
    List<Slot> slots = Slot.pack(List.of(late, early));
    assertThat(slots).hasSize(1);
    assertThat(slots.get(0).count()).isEqualTo(7);
    assertThat(slots.get(0).tenants()).containsExactly(early, late);
    slots.get(0).apply();
    assertThat(early.members().get(0).sharesMemoryWith(late.members().get(0))).isTrue();
  }

  @Test
  void takesTheSmallestSlotThatIsLargeEnough() {
    List<Slot> slots = Slot.pack(List.of(group(9, 0, 1), group(6, 0, 1), group(5, 2, 3)));
    assertThat(slots).extracting(Slot::count).containsExactly(9, 6);
    assertThat(slots.get(1).tenants()).hasSize(2);
  }

  @Test
  void sharesWithEachOfSeveralTenantsOrNone() {
    List<Slot> slots = Slot.pack(List.of(group(9, 0, 1), group(8, 4, 6), group(7, 1, 3)));
    assertThat(slots).extracting(Slot::count).containsExactly(9, 7);
  }
}
