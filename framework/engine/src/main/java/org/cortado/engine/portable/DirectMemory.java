package org.cortado.engine.portable;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import org.cortado.api.blob.Memory;

/**
 * Takes floats from {@link ByteBuffer#allocateDirect}.
 *
 * <p>Closing an allocation only drops it: the garbage collector frees the memory when the last
 * buffer on it is gone. All of it together is limited by {@code -XX:MaxDirectMemorySize}, which is
 * {@code -Xmx} unless given.
 */
public final class DirectMemory implements Memory {

  private static final int ALIGNMENT = 64;

  @Override
  public Allocation allocate(int count) {
    if (count < 1 || count > MOST_FLOATS) {
      throw new IllegalArgumentException(
          "count must be between 1 and " + MOST_FLOATS + ", but is " + count);
    }
    return new DirectAllocation(aligned(count * Float.BYTES));
  }

  private static FloatBuffer aligned(int bytes) {
    ByteBuffer raw = ByteBuffer.allocateDirect(bytes + ALIGNMENT - 1);
    int skipped = Math.floorMod(-raw.alignmentOffset(0, ALIGNMENT), ALIGNMENT);
    return raw.slice(skipped, bytes).order(ByteOrder.nativeOrder()).asFloatBuffer();
  }

  private record DirectAllocation(FloatBuffer floats) implements Allocation {

    @Override
    public void close() {}
  }
}
