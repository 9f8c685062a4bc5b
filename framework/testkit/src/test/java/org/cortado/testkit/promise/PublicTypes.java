package org.cortado.testkit.promise;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cortado.api.Layer;
import org.cortado.testkit.LayerContract;

/** The types that authors can see: of the API and of the testkit. */
final class PublicTypes {

  private PublicTypes() {}

  /** Returns them in the order of their names. */
  static List<Class<?>> all() {
    return Stream.concat(beside(Layer.class), beside(LayerContract.class))
        .filter(PublicTypes::isSeen)
        .toList();
  }

  /** Returns the types of the jar, or of the folder of classes, that a type is in. */
  private static Stream<Class<?>> beside(Class<?> known) {
    try {
      Path place = Path.of(known.getProtectionDomain().getCodeSource().getLocation().toURI());
      return (Files.isDirectory(place) ? names(place) : namesInJar(place))
          .stream().map(PublicTypes::load);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> namesInJar(Path jar) throws IOException {
    try (FileSystem inside =
        FileSystems.newFileSystem(URI.create("jar:" + jar.toUri()), Map.of())) {
      return names(inside.getPath("/"));
    }
  }

  private static List<String> names(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .map(file -> root.relativize(file).toString())
          .filter(name -> name.endsWith(".class") && !name.contains("-info"))
          .map(name -> name.replaceAll("\\.class$", "").replaceAll("[/\\\\]", "."))
          .sorted()
          .toList();
    }
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name, false, PublicTypes.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * A type inside another is seen only if that one is, and by who extends it if it is protected.
   */
  private static boolean isSeen(Class<?> type) {
    Class<?> outer = type.getEnclosingClass();
    boolean open = (type.getModifiers() & (Modifier.PUBLIC | Modifier.PROTECTED)) != 0;
    return open && !type.isAnonymousClass() && (outer == null || isSeen(outer));
  }
}
