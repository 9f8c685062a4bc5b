package org.cortado.onednn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import org.bytedeco.javacpp.FloatPointer;
import org.cortado.api.blob.Memory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class NativeMemoryTest {

  private final Memory memory = new NativeMemory();

  @BeforeAll
  static void needsNatives() {
    Natives.backend(1).close();
  }

  @Test
  void givesTheBufferClassThatAllocateDirectGives() {
    FloatBuffer direct =
        ByteBuffer.allocateDirect(4).order(ByteOrder.nativeOrder()).asFloatBuffer();
    try (Memory.Allocation allocation = memory.allocate(3)) {
      assertThat(allocation.floats()).isExactlyInstanceOf(direct.getClass());
      assertThat(allocation.floats().slice(1, 2)).isExactlyInstanceOf(direct.getClass());
      assertThat(allocation.floats().order()).isEqualTo(ByteOrder.nativeOrder());
    }
  }

  @Test
  void givesAlignedZerosOfTheRightCount() {
    for (int count = 1; count < 300; count += 7) {
      try (Memory.Allocation allocation = memory.allocate(count)) {
        FloatBuffer floats = allocation.floats();
        assertThat(floats.capacity()).isEqualTo(count);
        assertThat(new FloatPointer(floats).address() % 64).isZero();
        for (int i = 0; i < count; i++) {
          assertThat(floats.get(i)).isZero();
          floats.put(i, Float.NaN);
        }
      }
    }
  }

  @Test
  void toleratesASecondClose() {
    Memory.Allocation allocation = memory.allocate(1000);
    allocation.close();
    allocation.close();
  }

  @Test
  void refusesCountsThatNoBufferHas() {
    assertThatThrownBy(() -> memory.allocate(0)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> memory.allocate(Memory.MOST_FLOATS + 1))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }
}
