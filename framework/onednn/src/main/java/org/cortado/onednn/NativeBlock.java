package org.cortado.onednn;

import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;

/** Zeroed memory of the C library, at an address that is a multiple of 64, freed at close. */
final class NativeBlock implements Resources.NativeResource {

  private static final int ALIGNMENT = 64;

  private final Pointer raw;
  private final BytePointer aligned;
  private final long bytes;
  private boolean closed;

  /**
   * Takes the memory.
   *
   * @throws OutOfMemoryError if there is none
   */
  NativeBlock(long bytes) {
    this.bytes = bytes;
    raw = Pointer.calloc(bytes + ALIGNMENT, 1);
    if (raw == null || raw.isNull()) {
      throw new OutOfMemoryError("no " + bytes + " bytes of native memory");
    }
    aligned = new BytePointer(raw).getPointer(Math.floorMod(-raw.address(), ALIGNMENT));
  }

  /** Returns the size in bytes. */
  long bytes() {
    return bytes;
  }

  /** Returns the address of a byte. */
  Pointer at(long offset) {
    return aligned.getPointer(offset);
  }

  /** Returns the first floats of the block, as a buffer like those of {@code allocateDirect}. */
  FloatBuffer floats(int count) {
    BytePointer part = aligned.getPointer(0);
    part.capacity((long) count * Float.BYTES);
    return part.asByteBuffer().order(ByteOrder.nativeOrder()).asFloatBuffer();
  }

  /** Frees the memory, the first time. */
  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      Pointer.free(raw);
    }
  }
}
