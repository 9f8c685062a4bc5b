package org.cortado.layers.core.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.cortado.api.DataException;
import org.cortado.api.blob.Shape;

/**
 * An IDX file, plain or gzipped, held in memory as the bytes that it is made of.
 *
 * <p>Opening reads the header, and checks the length of a plain file; {@link #load} reads the rest.
 */
final class IdxFile {

  private final Path file;
  private final IdxHeader header;
  private ByteBuffer body = ByteBuffer.allocate(0);

  private IdxFile(Path file, IdxHeader header) {
    this.file = file;
    this.header = header;
  }

  /**
   * Opens a file.
   *
   * @throws DataException if it isn't there or isn't an IDX file
   */
  static IdxFile open(Path file) {
    try (InputStream in = DataFiles.open(file)) {
      IdxFile opened = new IdxFile(file, IdxHeader.read(file, in));
      if (!(in instanceof GZIPInputStream)) {
        opened.requireLength(Files.size(file) - opened.header.length());
      }
      return opened;
    } catch (IOException fault) {
      throw DataFiles.unreadable(file, fault);
    }
  }

  private void requireLength(long found) {
    if (found < header.bodyLength()) {
      throw new DataException(
          "'%s' is cut off: %s elements of type %s take %d bytes, but there are %d"
              .formatted(file, header.shape(), header.element(), header.bodyLength(), found));
    }
    if (found > header.bodyLength()) {
      throw new DataException("'%s' goes on after its %s elements".formatted(file, header.shape()));
    }
  }

  /** Reads the elements. */
  void load() {
    try (InputStream in = DataFiles.open(file)) {
      requireSameHeader(IdxHeader.read(file, in));
      byte[] bytes = new byte[(int) header.bodyLength()];
      int found = in.readNBytes(bytes, 0, bytes.length);
      boolean more = found == bytes.length && in.read() >= 0;
      requireLength(more ? found + 1 : found);
      body = ByteBuffer.wrap(bytes);
    } catch (IOException fault) {
      throw DataFiles.unreadable(file, fault);
    }
  }

  private void requireSameHeader(IdxHeader now) {
    if (!now.equals(header)) {
      throw new DataException("'%s' has been changed since it was opened".formatted(file));
    }
  }

  Path path() {
    return file;
  }

  /** Returns the sizes of the axes, the first counting items. */
  Shape shape() {
    return header.shape();
  }

  int itemCount() {
    return shape().dim(0);
  }

  /** Writes the elements of an item, each times {@code scale}; only after {@link #load}. */
  void copy(int item, float scale, float[] to, int at) {
    IdxElement element = header.element();
    int length = shape().count(1);
    int from = item * length * element.size();
    for (int i = 0; i < length; i++) {
      to[at + i] = scale * element.read(body, from + i * element.size());
    }
  }
}
