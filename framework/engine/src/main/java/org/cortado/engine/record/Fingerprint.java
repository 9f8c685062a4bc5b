package org.cortado.engine.record;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.cortado.api.DataException;
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
      byte[] digest = size <= most ? digest(channel) : digest(channel, end);
      return new Fingerprint(file.toString(), size, HexFormat.of().formatHex(digest), size <= most);
    } catch (IOException e) {
      throw new DataException("can't read '" + file + "': " + Reason.of(e), e);
    }
  }

  private static byte[] digest(FileChannel channel) throws IOException {
    InputStream bytes = Channels.newInputStream(channel);
    DigestInputStream digest = new DigestInputStream(bytes, newDigest());
    digest.transferTo(OutputStream.nullOutputStream());
    return digest.getMessageDigest().digest();
  }

  private static byte[] digest(FileChannel channel, int end) throws IOException {
    MessageDigest digest = newDigest();
    for (long from : new long[] {0, channel.size() - end}) {
      ByteBuffer piece = ByteBuffer.allocate(end);
      channel.position(from);
      while (piece.hasRemaining() && channel.read(piece) >= 0) {
        // Until the piece is full, or the file has been cut short by somebody.
      }
      digest.update(piece.flip());
    }
    return digest.digest();
  }

  private static MessageDigest newDigest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** Returns this under another name. */
  public Fingerprint named(String name) {
    return new Fingerprint(name, bytes, sha256, whole);
  }

  /** Returns whether another's file holds the same, as far as both looked. */
  boolean sameContent(Fingerprint other) {
    return named("").equals(other.named(""));
  }
}
