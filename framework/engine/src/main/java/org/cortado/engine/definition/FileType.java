package org.cortado.engine.definition;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** A file, relative to the folder of the data. */
final class FileType implements ValueType<Path> {

  private static final TypeWords WORDS = new TypeWords("file", "the name of a file", "files");

  private final Path folder;

  FileType(Path folder) {
    this.folder = folder;
  }

  @Override
  public JsonSchema schema() {
    return JsonSchema.type("string", "number", "boolean").with("pattern", "\\S");
  }

  @Override
  public TypeWords words() {
    return WORDS;
  }

  @Override
  public Optional<Path> read(Node node, Reporter reporter) {
    Optional<Path> file =
        node instanceof ScalarNode scalar && !scalar.isNull() && !scalar.text().isBlank()
            ? resolve(scalar.text())
            : Optional.empty();
    if (file.isEmpty()) {
      reporter.mustBe(WORDS.one(), node);
    }
    return file;
  }

  private Optional<Path> resolve(String text) {
    try {
      return Optional.of(folder.resolve(text));
    } catch (InvalidPathException noPath) {
      return Optional.empty();
    }
  }
}
