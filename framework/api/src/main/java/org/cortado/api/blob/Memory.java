package org.cortado.api.blob;

import java.nio.FloatBuffer;

/** Where tensors get their floats from. */
public interface Memory {

  /** The largest number of floats that one tensor can hold: a direct buffer's, less alignment. */
  int MOST_FLOATS = (Integer.MAX_VALUE - 63) / Float.BYTES;

  /**
   * Returns zeros off the Java heap, at an address that is a multiple of 64.
   *
   * @param count how many floats, at least 1 and at most {@link #MOST_FLOATS}
   */
  Allocation allocate(int count);

  /** Some floats, until they are given back. */
  interface Allocation extends AutoCloseable {

    /**
     * Returns the floats: always a direct buffer in native order and no view of another kind.
     *
     * <p>A loop over buffers stays fast only while it meets a single class of them.
     */
    FloatBuffer floats();

    /** Gives the memory back; the buffer must not be used afterwards. */
    @Override
    void close();
  }
}
