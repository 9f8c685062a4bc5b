package org.cortado.engine.format;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.channels.FileChannel;

/** Moves numbers between files and buffers of floats, a chunk at a time. */
final class FloatTransfer {

  private static final int CHUNK = 1 << 15;

  private final ElementType type;
  private final ByteBuffer bytes;
  private final float[] floats = new float[CHUNK];

  /** Makes one for files that hold numbers in the given way. */
  FloatTransfer(ElementType type, ByteOrder order) {
    this.type = type;
    bytes = ByteBuffer.allocateDirect(CHUNK * type.bytes()).order(order);
  }

  /** Reads as many numbers as the buffer's limit says, from a position in the file on. */
  void read(FileChannel file, long position, FloatBuffer into) throws IOException {
    for (int at = 0; at < into.limit(); at += CHUNK) {
      int length = Math.min(CHUNK, into.limit() - at);
      fill(file, position + (long) at * type.bytes(), length);
      decode(length);
      into.put(at, floats, 0, length);
    }
  }

  private void fill(FileChannel file, long position, int length) throws IOException {
    bytes.clear().limit(length * type.bytes());
    readFully(file, position, bytes);
    bytes.flip();
  }

  /** Views of swapped bytes are avoided: a second class of buffers slows all loops down. */
  private void decode(int length) {
    if (isNative()) {
      bytes.asFloatBuffer().get(floats, 0, length);
      return;
    }
    for (int i = 0; i < length; i++) {
      floats[i] = type.decode(bytes, i * type.bytes());
    }
  }

  private boolean isNative() {
    return type == ElementType.F32 && bytes.order() == ByteOrder.nativeOrder();
  }

  /** Appends 32-bit floats, as many as the buffer's limit says. */
  void write(FloatBuffer from, FileChannel file) throws IOException {
    for (int at = 0; at < from.limit(); at += CHUNK) {
      int length = Math.min(CHUNK, from.limit() - at);
      from.get(at, floats, 0, length);
      encode(length);
      writeFully(bytes, file);
    }
  }

  private void encode(int length) {
    bytes.clear();
    for (int i = 0; i < length; i++) {
      bytes.putFloat(floats[i]);
    }
    bytes.flip();
  }

  /** Writes all that remains in the buffer. */
  static void writeFully(ByteBuffer from, FileChannel file) throws IOException {
    while (from.hasRemaining()) {
      file.write(from);
    }
  }

  /** Reads as many bytes as remain in the buffer, from a position in the file on. */
  static void readFully(FileChannel file, long position, ByteBuffer into) throws IOException {
    long start = position - into.position();
    while (into.hasRemaining()) {
      if (file.read(into, start + into.position()) < 0) {
        throw new EOFException("the file ends too early");
      }
    }
  }
}
