package org.cortado.engine.format;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import org.cortado.api.DataException;
import org.cortado.api.blob.Shape;
import org.cortado.api.blob.Tensor;

/**
 * Reads and writes numpy's {@code .npy} files, one array each.
 *
 * <p>Written are 32-bit floats, row by row. Read are all real types of numpy, in either byte order
 * and in either order of axes, rounded to floats; Python objects never are.
 */
public final class Npy {

  private Npy() {}

  /**
   * Returns the shape of the array in a file.
   *
   * @throws DataException if the file is missing or isn't one
   */
  public static Shape shape(Path file) {
    return reading(file, channel -> NpyFile.open(channel).header().shape());
  }

  /**
   * Reads the array of a file into a tensor of the same shape.
   *
   * @throws DataException if the file is missing, isn't one, or holds another shape
   */
  public static void read(Path file, Tensor into) {
    reading(
        file,
        channel -> {
          NpyFile opened = NpyFile.open(channel);
          requireShape(into.shape(), opened.header().shape());
          opened.read(channel, into.write());
          return opened;
        });
  }

  private static void requireShape(Shape expected, Shape found) {
    if (!found.equals(expected)) {
      throw new DataException("its shape is " + found + ", but must be " + expected);
    }
  }

  @FunctionalInterface
  private interface Read<T> {
    T from(FileChannel channel) throws IOException;
  }

  private static <T> T reading(Path file, Read<T> read) {
    try (FileChannel channel = FileChannel.open(file)) {
      return read.from(channel);
    } catch (IOException e) {
      throw new DataException("can't read " + file + ": " + Reason.of(e), e);
    } catch (DataException e) {
      throw new DataException(file + ": " + e.getMessage(), e);
    }
  }

  /** Writes a tensor's array to a file, as {@link AtomicFile#write} does. */
  public static void write(Path file, Tensor tensor) {
    write(file, tensor.shape(), tensor.read());
  }

  /** Writes an array to a file, as {@link AtomicFile#write} does. */
  public static void write(Path file, Shape shape, FloatBuffer values) {
    AtomicFile.write(
        file,
        channel -> {
          FloatTransfer.writeFully(NpyFile.start(shape), channel);
          new FloatTransfer(ElementType.F32, ByteOrder.LITTLE_ENDIAN).write(values, channel);
        });
  }
}
