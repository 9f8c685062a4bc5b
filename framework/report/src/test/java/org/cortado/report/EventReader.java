package org.cortado.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads event files by their description alone: record frames, check sums, fields of messages. */
final class EventReader {

  private EventReader() {}

  /** Returns the messages of a file, and requires their check sums to be right. */
  static List<Message> read(Path file) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    List<Message> events = new ArrayList<>();
    while (bytes.hasRemaining()) {
      byte[] length = take(bytes, 8);
      assertThat(bytes.getInt()).isEqualTo(masked(length));
      byte[] message = take(bytes, (int) little(length).getLong());
      assertThat(bytes.getInt()).isEqualTo(masked(message));
      events.add(fields(message));
    }
    return events;
  }

  private static byte[] take(ByteBuffer bytes, int count) {
    byte[] taken = new byte[count];
    bytes.get(taken);
    return taken;
  }

  private static ByteBuffer little(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static int masked(byte[] bytes) {
    int sum = crc32c(bytes);
    return ((sum >>> 15) | (sum << 17)) + 0xa282ead8;
  }

  /** Bit by bit, by the polynomial of Castagnoli. */
  private static int crc32c(byte[] bytes) {
    int sum = ~0;
    for (byte each : bytes) {
      sum ^= each & 0xff;
      for (int bit = 0; bit < 8; bit++) {
        sum = (sum >>> 1) ^ ((sum & 1) == 0 ? 0 : 0x82f63b78);
      }
    }
    return ~sum;
  }

  /** Returns the fields of a message: whole numbers, doubles, floats, and bytes of all else. */
  static Message fields(byte[] message) {
    ByteBuffer bytes = little(message);
    Map<Integer, List<Object>> fields = new LinkedHashMap<>();
    while (bytes.hasRemaining()) {
      int tag = (int) varint(bytes);
      Object value =
          switch (tag & 7) {
            case 0 -> varint(bytes);
            case 1 -> bytes.getDouble();
            case 2 -> take(bytes, (int) varint(bytes));
            case 5 -> bytes.getFloat();
            default -> throw new AssertionError("wire type " + (tag & 7));
          };
      fields.computeIfAbsent(tag >>> 3, field -> new ArrayList<>()).add(value);
    }
    return new Message(fields);
  }

  private static long varint(ByteBuffer bytes) {
    long value = 0;
    for (int shift = 0; ; shift += 7) {
      byte next = bytes.get();
      value |= (long) (next & 0x7f) << shift;
      if (next >= 0) {
        return value;
      }
    }
  }

  /** The fields of a message by their numbers. */
  record Message(Map<Integer, List<Object>> fields) {

    List<Object> all(int field) {
      return fields.getOrDefault(field, List.of());
    }

    String text(int field) {
      return new String((byte[]) all(field).get(0), StandardCharsets.UTF_8);
    }

    Message message(int field) {
      return EventReader.fields((byte[]) all(field).get(0));
    }

    List<Double> doubles(int field) {
      ByteBuffer packed = little((byte[]) all(field).get(0));
      List<Double> doubles = new ArrayList<>();
      while (packed.hasRemaining()) {
        doubles.add(packed.getDouble());
      }
      return doubles;
    }

    /** Returns the value of an event's summary that has a tag. */
    Message value(String tag) {
      return values().stream()
          .filter(value -> value.text(1).equals(tag))
          .findFirst()
          .orElseThrow(() -> new AssertionError("no " + tag));
    }

    /** Returns the values of an event's summary. */
    List<Message> values() {
      return message(5).all(1).stream().map(value -> EventReader.fields((byte[]) value)).toList();
    }
  }
}
