package org.cortado.engine.format;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import org.cortado.api.DataException;
import org.cortado.api.blob.Shape;

/**
 * An {@code .npy} file whose header was read and whose length is right.
 *
 * @param header what it says
 * @param dataStart where the numbers begin
 */
record NpyFile(NpyHeader header, long dataStart) {

  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
  private static final int ALIGNMENT = 64;
  private static final int MOST_HEADER_BYTES = 1 << 16;

  /**
   * Reads the header: magic, version, length of the text in two bytes or four, the text.
   *
   * @throws DataException if the file is something else, or is cut short
   */
  static NpyFile open(FileChannel file) throws IOException {
    int lengthBytes = version(bytes(file, 0, MAGIC.length + 2)) == 1 ? 2 : 4;
    int textStart = MAGIC.length + 2 + lengthBytes;
    ByteBuffer length = bytes(file, textStart - lengthBytes, lengthBytes);
    int textBytes = lengthBytes == 2 ? Short.toUnsignedInt(length.getShort(0)) : length.getInt(0);
    if (textBytes < 0 || textBytes > MOST_HEADER_BYTES) {
      throw new DataException("its header of " + textBytes + " bytes is too long to be true");
    }
    byte[] text = bytes(file, textStart, textBytes).array();
    NpyHeader header = NpyHeader.parse(new String(text, StandardCharsets.ISO_8859_1));
    return new NpyFile(header, textStart + textBytes).checked(file.size());
  }

  private static int version(ByteBuffer start) {
    if (!start.slice(0, MAGIC.length).equals(ByteBuffer.wrap(MAGIC))) {
      throw new DataException("it isn't an .npy file: it doesn't begin with \\x93NUMPY");
    }
    int version = start.get(MAGIC.length);
    if (version < 1 || version > 3) {
      throw new DataException("it is of version " + version + " of .npy, but must be 1, 2 or 3");
    }
    return version;
  }

  private static ByteBuffer bytes(FileChannel file, long position, int length) throws IOException {
    if (file.size() < position + length) {
      throw new DataException("it is cut short in its header, after " + file.size() + " bytes");
    }
    ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    FloatTransfer.readFully(file, position, bytes);
    return bytes.flip();
  }

  private NpyFile checked(long fileBytes) {
    long found = fileBytes - dataStart;
    if (found != header.dataBytes()) {
      throw new DataException(
          "it has "
              + found
              + " bytes of numbers, but "
              + header.shape()
              + " of "
              + header.type().bytes()
              + " bytes each are "
              + header.dataBytes());
    }
    return this;
  }

  /** Reads the numbers, row by row whatever their order in the file is. */
  void read(FileChannel file, FloatBuffer into) throws IOException {
    FloatTransfer transfer = new FloatTransfer(header.type(), header.order());
    if (!header.fortranOrder()) {
      transfer.read(file, dataStart, into);
      return;
    }
    FloatBuffer columns =
        ByteBuffer.allocateDirect(Math.multiplyExact(into.limit(), Float.BYTES))
            .order(ByteOrder.nativeOrder())
            .asFloatBuffer();
    transfer.read(file, dataStart, columns);
    scatter(columns, into, header.shape());
  }

  /** Counts like a mileometer whose first wheel turns fastest. */
  private static void scatter(FloatBuffer columns, FloatBuffer rows, Shape shape) {
    int[] index = new int[shape.axes()];
    int at = 0;
    for (int i = 0; i < shape.count(); i++) {
      rows.put(at, columns.get(i));
      for (int axis = 0; axis < index.length; axis++) {
        at += shape.count(axis + 1);
        if (++index[axis] < shape.dim(axis)) {
          break;
        }
        at -= index[axis] * shape.count(axis + 1);
        index[axis] = 0;
      }
    }
  }

  /** Returns what a file of 32-bit floats begins with, padded so that the numbers are aligned. */
  static ByteBuffer start(Shape shape) {
    String text = NpyHeader.text(shape);
    int unpadded = MAGIC.length + 4 + text.length() + 1;
    int total = (unpadded + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    String padded = text + " ".repeat(total - unpadded) + "\n";
    return ByteBuffer.allocate(total)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(MAGIC)
        .put(new byte[] {1, 0})
        .putShort((short) padded.length())
        .put(padded.getBytes(StandardCharsets.ISO_8859_1))
        .flip();
  }
}
