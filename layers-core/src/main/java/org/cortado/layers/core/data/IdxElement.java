package org.cortado.layers.core.data;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the elements of an IDX file are; numbers of several bytes have the highest first. */
enum IdxElement {
  UNSIGNED_BYTE(0x08, 1) {
    @Override
    float read(ByteBuffer bytes, int at) {
      return bytes.get(at) & 0xff;
    }
  },
  BYTE(0x09, 1) {
    @Override
    float read(ByteBuffer bytes, int at) {
      return bytes.get(at);
    }
  },
  SHORT(0x0b, Short.BYTES) {
    @Override
    float read(ByteBuffer bytes, int at) {
      return bytes.getShort(at);
    }
  },
  INT(0x0c, Integer.BYTES) {
    @Override
    float read(ByteBuffer bytes, int at) {
      return bytes.getInt(at);
    }
  },
  FLOAT(0x0d, Float.BYTES) {
    @Override
    float read(ByteBuffer bytes, int at) {
      return bytes.getFloat(at);
    }
  },
  DOUBLE(0x0e, Double.BYTES) {
    @Override
    float read(ByteBuffer bytes, int at) {
      return (float) bytes.getDouble(at);
    }
  };

  private final int code;
  private final int size;

  IdxElement(int code, int size) {
    this.code = code;
    this.size = size;
  }

  /** Returns the element type that the third byte of a file stands for. */
  static Optional<IdxElement> of(int code) {
    return Arrays.stream(values()).filter(element -> element.code == code).findFirst();
  }

  /** Returns all codes with their names, for a message. */
  static String codes() {
    return Arrays.stream(values()).map(IdxElement::toString).collect(Collectors.joining(", "));
  }

  /** Returns the number of bytes of an element. */
  int size() {
    return size;
  }

  /** Returns the element that begins at a byte. */
  abstract float read(ByteBuffer bytes, int at);

  @Override
  public String toString() {
    return "%02x (%s)".formatted(code, name().toLowerCase(Locale.ROOT).replace('_', ' '));
  }
}
