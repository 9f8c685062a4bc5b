package org.cortado.onednn;

import java.nio.FloatBuffer;
import java.util.IdentityHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the buffers that an operation was bound to of late.
 *
 * <p>To ask a buffer where it is takes memory of the Java heap, and some layers bind many buffers
 * in turn: one for each bottom, or one for each step in time.
 *
 * @param <T> what is known of a buffer
 */
final class KnownBuffers<T> {

  private static final int MOST = 4096;

  private final IdentityHashMap<FloatBuffer, T> known = new IdentityHashMap<>();

  /** Returns what was added of this very buffer, or null. */
  @Nullable T find(FloatBuffer buffer) {
    return known.get(buffer);
  }

  /** Adds what is known of a buffer, and forgets all others once they are many. */
  T add(FloatBuffer buffer, T fact) {
    if (known.size() >= MOST) {
      known.clear();
    }
    known.put(buffer, fact);
    return fact;
  }
}
