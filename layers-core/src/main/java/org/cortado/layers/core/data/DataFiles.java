package org.cortado.layers.core.data;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.cortado.api.DataException;

/** Opens data files and says what is wrong with those that can't be read. */
final class DataFiles {

  private static final int BUFFER = 1 << 16;
  private static final LevenshteinDistance DISTANCE = LevenshteinDistance.getDefaultInstance();

  private DataFiles() {}

  /**
   * Opens a file, unpacking it if its first bytes, not its name, say that it is gzipped.
   *
   * @return a {@link GZIPInputStream} if it is
   * @throws DataException if there is no such file
   */
  static InputStream open(Path file) throws IOException {
    if (!Files.exists(file)) {
      throw new DataException("there is no file '%s'%s".formatted(file, suggestion(file)));
    }
    InputStream raw = new BufferedInputStream(Files.newInputStream(file), BUFFER);
    try {
      return isZipped(raw) ? new GZIPInputStream(raw, BUFFER) : raw;
    } catch (IOException fault) {
      raw.close();
      throw fault;
    }
  }

  private static boolean isZipped(InputStream raw) throws IOException {
    raw.mark(2);
    boolean zipped = raw.read() == 0x1f && raw.read() == 0x8b;
    raw.reset();
    return zipped;
  }

  /** Returns the exception for a file whose reading failed. */
  static DataException unreadable(Path file, Exception fault) {
    String reason = fault.getMessage() == null ? fault.getClass().getName() : fault.getMessage();
    return new DataException("'%s' can't be read: %s".formatted(file, reason), fault);
  }

  private static String suggestion(Path missing) {
    Path folder = missing.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      return "; there is no folder '%s' either".formatted(folder);
    }
    return nearest(folder, missing).map("; did you mean '%s'?"::formatted).orElse("");
  }

  /** Returns the name in a folder that differs in a third of its letters at most. */
  private static Optional<String> nearest(Path folder, Path missing) {
    String wanted = String.valueOf(missing.getFileName());
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> DISTANCE.apply(wanted, name) <= Math.max(3, wanted.length() / 3))
          .min(
              Comparator.<String>comparingInt(name -> DISTANCE.apply(wanted, name))
                  .thenComparing(Comparator.naturalOrder()));
    } catch (IOException unlistable) {
      return Optional.empty();
    }
  }
}
