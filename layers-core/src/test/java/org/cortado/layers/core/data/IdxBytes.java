package org.cortado.layers.core.data;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

/** Writes IDX files. */
final class IdxBytes {

  private IdxBytes() {}

  /** Returns a file whose elements, of so many bytes together, the caller puts. */
  static byte[] file(int type, List<Integer> dims, int length, Consumer<ByteBuffer> elements) {
    byte[] file = new byte[4 + 4 * dims.size() + length];
    ByteBuffer bytes = ByteBuffer.wrap(file);
    bytes.putShort((short) 0).put((byte) type).put((byte) dims.size());
    dims.forEach(bytes::putInt);
    elements.accept(bytes);
    return file;
  }

  /** Returns a file of unsigned bytes. */
  static byte[] bytes(List<Integer> dims, int... values) {
    return file(
        0x08,
        dims,
        values.length,
        bytes -> {
          for (int value : values) {
            bytes.put((byte) value);
          }
        });
  }

  /** Returns a file of the bytes 0, 1, 2… */
  static byte[] counting(Integer... dims) {
    int count = List.of(dims).stream().reduce(1, (a, b) -> a * b);
    return bytes(List.of(dims), IntStream.range(0, count).toArray());
  }

  static Path write(Path file, byte[] bytes) throws IOException {
    return Files.write(file, bytes);
  }

  static Path writeZipped(Path file, byte[] bytes) throws IOException {
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(bytes);
    }
    return file;
  }
}
