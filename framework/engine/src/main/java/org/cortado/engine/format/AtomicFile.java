package org.cortado.engine.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Writes a file so that a kill at any moment leaves the old one or the new one, whole.
 *
 * <p>The content goes to a temporary file in the same folder, is forced to the disk, and only then
 * takes the file's name. What a killed process leaves behind ends in {@code .tmp} and may be
 * deleted.
 */
public final class AtomicFile {

  private static final AtomicLong WRITTEN = new AtomicLong();

  private AtomicFile() {}

  /** What a file shall hold. */
  @FunctionalInterface
  public interface Content {

    /** Writes all of it, from the channel's position on. */
    void writeTo(FileChannel channel) throws IOException;
  }

  /**
   * Writes a file, in place of the one of that name if there is one.
   *
   * @throws UncheckedIOException if it can't be written; the old file is untouched then, and the
   *     temporary one gone
   */
  public static void write(Path file, Content content) {
    try {
      replace(file.toAbsolutePath(), content);
    } catch (IOException e) {
      throw new UncheckedIOException("can't write " + file + ": " + Reason.of(e), e);
    }
  }

  /**
   * Writes some bytes to a file, likewise.
   *
   * @throws UncheckedIOException if it can't be written; the old file is untouched then
   */
  public static void write(Path file, ByteBuffer bytes) {
    write(file, channel -> FloatTransfer.writeFully(bytes, channel));
  }

  private static void replace(Path file, Content content) throws IOException {
    Path temporary = temporary(file);
    try {
      writeAndForce(temporary, content);
      Files.move(
          temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(temporary);
    }
    forceFolder(file.resolveSibling("."));
  }

  /** Not the JDK's temporary files: those are for the owner's eyes only, and stay so. */
  private static Path temporary(Path file) {
    long process = ProcessHandle.current().pid();
    return file.resolveSibling(
        file.getFileName() + "." + process + "-" + WRITTEN.incrementAndGet() + ".tmp");
  }

  private static void writeAndForce(Path temporary, Content content) throws IOException {
    try (FileChannel channel =
        FileChannel.open(temporary, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      channel.truncate(0);
      content.writeTo(channel);
      channel.force(true);
    }
  }

  /** The rename itself outlives a power cut only then; some systems can't, and need not. */
  private static void forceFolder(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      // The file is whole either way: there is nothing to mend and nobody to tell.
    }
  }
}
