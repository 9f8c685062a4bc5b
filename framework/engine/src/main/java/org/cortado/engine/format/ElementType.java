package org.cortado.engine.format;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/**
 * How a file holds one number; the constants bear safetensors' names.
 *
 * <p>Whole numbers beyond 2²⁴ and doubles are rounded to the nearest float.
 */
enum ElementType {
  F64("f8", 8),
  F32("f4", 4),
  F16("f2", 2),
  /** The upper half of a 32-bit float; numpy has no such type. */
  BF16("", 2),
  I64("i8", 8),
  I32("i4", 4),
  I16("i2", 2),
  I8("i1", 1),
  U64("u8", 8),
  U32("u4", 4),
  U16("u2", 2),
  U8("u1", 1),
  BOOL("b1", 1);

  private final String numpy;
  private final int bytes;

  ElementType(String numpy, int bytes) {
    this.numpy = numpy;
    this.bytes = bytes;
  }

  /** Returns the type that numpy calls {@code f4}, {@code u1}…, without the byte order. */
  static Optional<ElementType> ofNumpy(String code) {
    return Arrays.stream(values()).filter(type -> type.numpy.equals(code)).findFirst();
  }

  /** Returns the type that safetensors calls {@code F32}, {@code BF16}…. */
  static Optional<ElementType> ofSafetensors(String name) {
    return Arrays.stream(values()).filter(type -> type.name().equals(name)).findFirst();
  }

  /** Returns how many bytes one number takes. */
  int bytes() {
    return bytes;
  }

  /** Returns the number whose first byte is at the given place, in the buffer's byte order. */
  float decode(ByteBuffer from, int at) {
    return switch (this) {
      case F64 -> (float) from.getDouble(at);
      case F32 -> from.getFloat(at);
      case F16 -> half(from.getShort(at));
      case BF16 -> Float.intBitsToFloat(from.getShort(at) << 16);
      case I64 -> from.getLong(at);
      case I32 -> from.getInt(at);
      case I16 -> from.getShort(at);
      case I8 -> from.get(at);
      case U64 -> unsigned(from.getLong(at));
      case U32 -> Integer.toUnsignedLong(from.getInt(at));
      case U16 -> Short.toUnsignedInt(from.getShort(at));
      case U8 -> Byte.toUnsignedInt(from.get(at));
      case BOOL -> from.get(at) == 0 ? 0 : 1;
    };
  }

  /** IEEE 754 binary16: 1 bit of sign, 5 of exponent, 10 of mantissa. */
  private static float half(short bits) {
    int exponent = (bits >>> 10) & 0x1f;
    int mantissa = bits & 0x3ff;
    return bits < 0 ? -magnitude(exponent, mantissa) : magnitude(exponent, mantissa);
  }

  private static float magnitude(int exponent, int mantissa) {
    return switch (exponent) {
      case 0 -> mantissa * 0x1p-24f;
      case 0x1f -> mantissa == 0 ? Float.POSITIVE_INFINITY : Float.NaN;
      default -> Math.scalb((float) (0x400 + mantissa), exponent - 25);
    };
  }

  /** The lowest bit is kept in the half so that rounding goes the right way. */
  private static float unsigned(long bits) {
    return bits >= 0 ? bits : 2f * ((bits >>> 1) | (bits & 1));
  }
}
