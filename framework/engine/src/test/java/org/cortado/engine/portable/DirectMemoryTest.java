package org.cortado.engine.portable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import org.cortado.api.blob.Memory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DirectMemoryTest {

  private final Memory memory = new DirectMemory();

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 15, 16, 17, 1000})
  void givesAsManyZerosAsAreWanted(int count) {
    FloatBuffer floats = memory.allocate(count).floats();
    assertThat(floats.capacity()).isEqualTo(count);
    assertThat(floats.limit()).isEqualTo(count);
    for (int i = 0; i < count; i++) {
      assertThat(floats.get(i)).isZero();
    }
  }

  /** Loops stay fast only while they meet a single class of buffers. */
  @Test
  void givesPlainNativeBuffers() {
    FloatBuffer plain = ByteBuffer.allocateDirect(4).order(ByteOrder.nativeOrder()).asFloatBuffer();
    for (int i = 1; i < 20; i++) {
      assertThat(memory.allocate(i).floats()).hasSameClassAs(plain);
    }
  }

  @Test
  void refusesCountsThatNoBufferHas() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> memory.allocate(0))
        .withMessage("count must be between 1 and 536870896, but is 0");
    assertThatIllegalArgumentException().isThrownBy(() -> memory.allocate(Memory.MOST_FLOATS + 1));
  }

  @Test
  void computesTheSizeOfTheLargestAllocationWithoutOverflow() {
    assertThat((long) Memory.MOST_FLOATS * Float.BYTES + 63).isLessThanOrEqualTo(Integer.MAX_VALUE);
  }
}
