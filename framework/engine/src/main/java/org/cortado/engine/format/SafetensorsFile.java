package org.cortado.engine.format;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import org.cortado.api.blob.Shape;
import org.cortado.api.blob.Tensor;

/** An open safetensors file, whose tensors are read one by one, each straight to its place. */
public final class SafetensorsFile implements AutoCloseable {

  /** The limit of the format's own library. */
  private static final long MOST_HEADER_BYTES = 100_000_000;

  private final Path file;
  private final FileChannel channel;
  private final SafetensorsHeader header;
  private final long dataStart;

  private SafetensorsFile(Path file, FileChannel channel) throws IOException {
    this.file = file;
    this.channel = channel;
    long headerBytes = headerBytes();
    dataStart = Long.BYTES + headerBytes;
    byte[] json = bytes(Long.BYTES, (int) headerBytes).array();
    header = SafetensorsHeaderReader.read(json, channel.size() - dataStart);
  }

  /** Not a constructor: what it opened has to be closed if the header is bad. */
  static SafetensorsFile open(Path file) {
    try {
      return opened(file, FileChannel.open(file));
    } catch (IOException e) {
      throw unreadable(file, e);
    } catch (WeightsException e) {
      throw new WeightsException(file + ": " + e.getMessage(), e);
    }
  }

  private static SafetensorsFile opened(Path file, FileChannel channel) throws IOException {
    try {
      return new SafetensorsFile(file, channel);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private static WeightsException unreadable(Path file, IOException e) {
    return new WeightsException("can't read " + file + ": " + Reason.of(e), e);
  }

  private long headerBytes() throws IOException {
    if (channel.size() < Long.BYTES) {
      throw new WeightsException(
          "it isn't a safetensors file: it has " + channel.size() + " bytes");
    }
    long length = bytes(0, Long.BYTES).getLong(0);
    if (length < 0 || length > MOST_HEADER_BYTES) {
      throw new WeightsException(
          "it isn't a safetensors file: it doesn't begin with the length of a header");
    }
    if (length > channel.size() - Long.BYTES) {
      throw new WeightsException("it is cut short in its header of " + length + " bytes");
    }
    return length;
  }

  private ByteBuffer bytes(long position, int length) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    FloatTransfer.readFully(channel, position, bytes);
    return bytes.flip();
  }

  /** Returns the names of the tensors, in the order of their places in the file. */
  public Set<String> names() {
    return Collections.unmodifiableSet(header.tensors().keySet());
  }

  /** Returns the words about the tensors, by key. */
  public Map<String, String> metadata() {
    return Collections.unmodifiableMap(header.metadata());
  }

  /** Returns the shape of a tensor. */
  public Shape shape(String name) {
    return entry(name).shape();
  }

  /**
   * Reads a tensor into one of the same shape.
   *
   * @throws WeightsException if the file can't be read or holds another shape
   */
  public void read(String name, Tensor into) {
    SafetensorsHeader.Entry entry = entry(name);
    if (!entry.shape().equals(into.shape())) {
      throw new WeightsException(
          file + ": '" + name + "' is " + entry.shape() + ", but must be " + into.shape());
    }
    try {
      new FloatTransfer(entry.type(), ByteOrder.LITTLE_ENDIAN)
          .read(channel, dataStart + entry.begin(), into.write());
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private SafetensorsHeader.Entry entry(String name) {
    SafetensorsHeader.Entry entry = header.tensors().get(name);
    if (entry == null) {
      throw new IllegalArgumentException(file + " has no tensor '" + name + "'");
    }
    return entry;
  }

  /** Closes the file. */
  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }
}
