package org.cortado.report;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import org.cortado.api.blob.Memory;

/** Memory that goes when nobody holds it any more. */
final class DirectMemory implements Memory {

  private static final int ALIGNMENT = 64;

  @Override
  public Allocation allocate(int count) {
    ByteBuffer bytes =
        ByteBuffer.allocateDirect(count * Float.BYTES + 2 * ALIGNMENT)
            .alignedSlice(ALIGNMENT)
            .order(ByteOrder.nativeOrder());
    FloatBuffer floats = bytes.asFloatBuffer().slice(0, count);
    return new Allocation() {
      @Override
      public FloatBuffer floats() {
        return floats;
      }

      @Override
      public void close() {
        // The collector's work.
      }
    };
  }
}
