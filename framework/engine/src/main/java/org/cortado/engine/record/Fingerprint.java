package org.cortado.engine.record;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.cortado.api.DataException;
import org.cortado.engine.format.Checksum;
import org.cortado.engine.format.Reason;

/**
 * What tells a file from another of its name.
 *
 * @param file its place
 * @param bytes its size
 * @param sha256 of all its bytes, or of its first and last {@value #END} where it has too many
 * @param whole whether it is of all
 */
public record Fingerprint(String file, long bytes, String sha256, boolean whole) {

  /** The size in bytes up to which a file is read from end to end. */
  static final long MOST = 256L << 20;

  /** How many bytes are read at either end of a longer file. */
  static final int END = 16 << 20;

  /**
   * Reads a file.
   *
   * @throws DataException if it can't be read
   */
  public static Fingerprint of(Path file) {
    return of(file, MOST, END);
  }

  /** Reads a file of at most so many bytes whole, and of a longer one its ends. */
  static Fingerprint of(Path file, long most, int end) {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      long size = channel.size();
      boolean whole = size <= most;
      String hash = whole ? Checksum.of(file) : Checksum.of(ends(channel, end));
      return new Fingerprint(file.toString(), size, hash, whole);
    } catch (IOException e) {
      throw new DataException("can't read '" + file + "': " + Reason.of(e), e);
    }
  }

  private static byte[] ends(FileChannel channel, int end) throws IOException {
    ByteBuffer ends = ByteBuffer.allocate(2 * end);
    for (long from : new long[] {0, channel.size() - end}) {
      channel.position(from);
      ends.limit(ends.position() + end);
      while (ends.hasRemaining() && channel.read(ends) >= 0) {
        // Until the piece is full, or the file has been cut short by somebody.
      }
    }
    return Arrays.copyOf(ends.array(), ends.position());
  }

  /** Returns this under another name. */
  public Fingerprint named(String name) {
    return new Fingerprint(name, bytes, sha256, whole);
  }

  /** Returns the file's name without its folder. */
  String name() {
    return file.substring(file.lastIndexOf('/') + 1);
  }

  /** Returns whether another's file holds the same, as far as both looked. */
  boolean sameContent(Fingerprint other) {
    return named("").equals(other.named(""));
  }
}
