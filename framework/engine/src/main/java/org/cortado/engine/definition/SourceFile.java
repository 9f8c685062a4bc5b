package org.cortado.engine.definition;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A file of text, which may be missing, too long or something else. */
final class SourceFile {

  /** The greatest length in bytes. */
  static final int LONGEST = 10 * 1024 * 1024;

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final Path file;

  SourceFile(Path file) {
    this.file = file;
  }

  /** Returns what the file holds, or nothing and a problem. */
  Optional<String> text(Problems problems) {
    if (Files.isDirectory(file)) {
      return refuse("this is a directory, but should be a YAML file", problems);
    }
    if (Files.notExists(file)) {
      return refuse("there is no such file" + Spelling.suggestion(name(), beside()), problems);
    }
    try (InputStream stream = Files.newInputStream(file)) {
      // One byte beyond the limit, whatever the file system says of its length.
      return text(stream.readNBytes(LONGEST + 1), problems);
    } catch (IOException fault) {
      return refuse("the file can't be read: " + fault.getMessage(), problems);
    }
  }

  private Optional<String> text(byte[] bytes, Problems problems) {
    if (bytes.length > LONGEST) {
      return refuse("the file is larger than " + LONGEST / (1024 * 1024) + " MB", problems);
    }
    try {
      return Optional.of(decode(bytes));
    } catch (CharacterCodingException fault) {
      return refuse("the file is not text in UTF-8", problems);
    }
  }

  private static String decode(byte[] bytes) throws CharacterCodingException {
    String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
  }

  private Optional<String> refuse(String message, Problems problems) {
    problems.add(Place.whole(file.toString()), message);
    return Optional.empty();
  }

  private String name() {
    return Optional.ofNullable(file.getFileName()).map(Path::toString).orElse("");
  }

  private List<String> beside() {
    try (Stream<Path> files = Files.list(file.toAbsolutePath().getParent())) {
      return files.map(path -> path.getFileName().toString()).sorted().toList();
    } catch (IOException fault) {
      return List.of();
    }
  }
}
