package org.cortado.layers.core.data;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.cortado.api.DataException;
import org.cortado.api.blob.Shape;

/**
 * What an IDX file says of itself: two zeros, the type of its elements, the number of its axes, all
 * a byte each, then the sizes of the axes as 32-bit numbers.
 *
 * @param element the type of the elements
 * @param shape at least one axis, the first counting items
 */
record IdxHeader(IdxElement element, Shape shape) {

  /** Reads a header and leaves the stream at the first element. */
  static IdxHeader read(Path file, InputStream stream) throws IOException {
    DataInputStream in = new DataInputStream(stream);
    try {
      requireMagic(file, in);
      IdxElement element = element(file, in.readUnsignedByte());
      IdxHeader header = new IdxHeader(element, shape(file, in));
      header.requireRoom(file);
      return header;
    } catch (EOFException end) {
      throw new DataException("'%s' ends within its IDX header".formatted(file), end);
    }
  }

  private static void requireMagic(Path file, DataInputStream in) throws IOException {
    int first = in.readUnsignedByte();
    int second = in.readUnsignedByte();
    if (first != 0 || second != 0) {
      throw new DataException(
          "'%s' is no IDX file: it begins with the bytes %02x %02x, but must with 00 00"
              .formatted(file, first, second));
    }
  }

  private static IdxElement element(Path file, int code) {
    return IdxElement.of(code)
        .orElseThrow(
            () ->
                new DataException(
                    "'%s' has elements of the type %02x, but must have one of %s"
                        .formatted(file, code, IdxElement.codes())));
  }

  private static Shape shape(Path file, DataInputStream in) throws IOException {
    int[] dims = new int[in.readUnsignedByte()];
    for (int axis = 0; axis < dims.length; axis++) {
      dims[axis] = in.readInt();
    }
    requireItems(file, dims);
    return Shape.of(dims);
  }

  private static void requireItems(Path file, int[] dims) {
    long count = dims.length == 0 ? 0 : 1;
    for (int dim : dims) {
      if (dim < 0 || (count *= dim) > Integer.MAX_VALUE) {
        throw fault(file, dims, "too many elements");
      }
    }
    if (count == 0) {
      throw fault(file, dims, "no items");
    }
  }

  private static DataException fault(Path file, int[] dims, String what) {
    String sizes =
        Arrays.stream(dims).mapToObj(Integer::toUnsignedString).collect(Collectors.joining("x"));
    return new DataException("'%s' has the shape [%s]: %s".formatted(file, sizes, what));
  }

  private void requireRoom(Path file) {
    if (bodyLength() > Integer.MAX_VALUE - Long.BYTES) {
      throw new DataException(
          "'%s' has %d bytes of elements, but at most 2 GiB can be held"
              .formatted(file, bodyLength()));
    }
  }

  /** Returns the number of bytes before the elements. */
  long length() {
    return Integer.BYTES * (1L + shape.axes());
  }

  /** Returns the number of bytes of the elements. */
  long bodyLength() {
    return (long) shape.count() * element.size();
  }
}
