package org.cortado.report;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32C;

/**
 * Writes a TensorBoard event file: a sequence of records, each an {@code Event} message.
 *
 * <p>A record is the length of its message in eight bytes, a check sum of those, the message, and a
 * check sum of that.
 */
final class EventFile implements AutoCloseable {

  private static final int MASK = 0xa282ead8;

  // Fields of the message Event.
  private static final int WALL_TIME = 1;
  private static final int STEP = 2;
  private static final int FILE_VERSION = 3;
  private static final int SUMMARY = 5;

  private final Path file;
  private final OutputStream stream;

  /** Begins a file, in place of one of that name. */
  EventFile(Path file, double seconds) {
    this.file = file;
    try {
      stream = Files.newOutputStream(file);
      write(
          ProtoMessage.of(
              to -> {
                to.writeDouble(WALL_TIME, seconds);
                to.writeString(FILE_VERSION, "brain.Event:2");
              }));
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private UncheckedIOException failed(IOException e) {
    return new UncheckedIOException("can't write " + file, e);
  }

  /**
   * Adds what was measured at one step.
   *
   * @param seconds when, since 1970
   */
  void add(double seconds, long step, SummaryMessage summary) {
    try {
      write(
          ProtoMessage.of(
              to -> {
                to.writeDouble(WALL_TIME, seconds);
                to.writeInt64(STEP, step);
                to.writeByteArray(SUMMARY, summary.bytes());
              }));
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private void write(byte[] message) throws IOException {
    byte[] length = new byte[Long.BYTES];
    little(length).putLong(message.length);
    byte[] record = new byte[length.length + message.length + 2 * Integer.BYTES];
    little(record).put(length).putInt(maskedSum(length)).put(message).putInt(maskedSum(message));
    stream.write(record);
  }

  private static ByteBuffer little(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** Masked, since sums of data that hold their own sums are weak. */
  private static int maskedSum(byte[] bytes) {
    CRC32C sum = new CRC32C();
    sum.update(bytes);
    return Integer.rotateRight((int) sum.getValue(), 15) + MASK;
  }

  @Override
  public void close() {
    try {
      stream.close();
    } catch (IOException e) {
      throw failed(e);
    }
  }
}
