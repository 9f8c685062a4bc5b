package org.cortado.nets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** A jar of layers that are made of layers of other jars. */
final class ComposedJar {

  private ComposedJar() {}

  /** Compiles and packs it in a folder; returns its file. */
  static Path make(Path folder) {
    String sources = Objects.requireNonNull(ComposedJar.class.getResource("composed")).toString();
    try (Stream<Path> files = Files.list(Path.of(URI.create(sources)))) {
      Path jar = folder.resolve("composed.jar");
      List<Path> all = files.sorted().toList();
      ForeignJar.make(jar, all, "composed.ComposedLayers", folder.resolve("scratch"));
      return jar;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
