package org.cortado.api.blob;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;

/** Hands out plain buffers and counts them. */
final class CountingMemory implements Memory {

  int allocated;
  int open;

  @Override
  public Allocation allocate(int count) {
    allocated++;
    open++;
    ByteBuffer bytes = ByteBuffer.allocateDirect(count * Float.BYTES);
    FloatBuffer floats = bytes.order(ByteOrder.nativeOrder()).asFloatBuffer();
    return new Allocation() {

      @Override
      public FloatBuffer floats() {
        return floats;
      }

      @Override
      public void close() {
        open--;
      }
    };
  }
}
