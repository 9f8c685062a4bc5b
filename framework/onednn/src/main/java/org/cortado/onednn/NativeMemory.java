package org.cortado.onednn;

import java.nio.FloatBuffer;
import java.util.Objects;
import org.cortado.api.blob.Memory;

/**
 * Memory of the C library: not bounded by the Java heap's size, freed when it is closed and not
 * when a garbage collector thinks of it.
 */
final class NativeMemory implements Memory {

  @Override
  public Allocation allocate(int count) {
    Objects.checkIndex(count - 1, MOST_FLOATS);
    return new NativeAllocation(count);
  }

  private static final class NativeAllocation implements Allocation {

    private final NativeBlock block;
    private final FloatBuffer floats;

    NativeAllocation(int count) {
      block = new NativeBlock((long) count * Float.BYTES);
      floats = block.floats(count);
    }

    @Override
    public FloatBuffer floats() {
      return floats;
    }

    @Override
    public void close() {
      block.close();
    }
  }
}
