package org.cortado.onednn;

import java.nio.FloatBuffer;
import org.bytedeco.javacpp.Pointer;
import org.jspecify.annotations.Nullable;

/**
 * Where the buffers begin that an argument was bound to of late: to ask a buffer takes memory of
 * the Java heap, and a layer of several bottoms binds one after the other in each sweep.
 */
final class KnownBuffers {

  private static final int MOST = 8;

  private final @Nullable FloatBuffer[] buffers = new FloatBuffer[MOST];
  private final Pointer[] pointers = new Pointer[MOST];
  private int oldest;

  /** Returns where an element of a buffer is; always the same element. */
  @SuppressWarnings("ReferenceEquality")
  Pointer pointer(FloatBuffer buffer, int element) {
    for (int i = 0; i < MOST; i++) {
      if (buffers[i] == buffer) {
        return pointers[i];
      }
    }
    return add(buffer, new Pointer(buffer).getPointer((long) element * Float.BYTES));
  }

  private Pointer add(FloatBuffer buffer, Pointer pointer) {
    buffers[oldest] = buffer;
    pointers[oldest] = pointer;
    oldest = (oldest + 1) % MOST;
    return pointer;
  }
}
