package org.cortado.engine.plugin;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Optional;
import org.cortado.api.Api;

/**
 * Where something that a plug-in offers comes from.
 *
 * @param name the file name of the jar, or the folder of classes
 * @param file the jar; empty for a folder of classes
 * @param version what its maker calls it; {@code -} where that isn't said
 * @param api the version of the API it was built against; {@code unknown} where that isn't said
 * @param isBuiltIn whether it is on Cortado's own class path
 */
public record Origin(
    String name, Optional<Path> file, String version, String api, boolean isBuiltIn) {

  /** What stands for a version that isn't said. */
  static final String NO_VERSION = "-";

  /** What stands for a version of the API that isn't said. */
  static final String NO_API = "unknown";

  /** Returns the place of a class of Cortado's own class path. */
  static Origin ofClass(Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    Optional<Path> place =
        Optional.ofNullable(source).map(code -> Path.of(URI.create(code.getLocation().toString())));
    Optional<Path> jar = place.filter(Files::isRegularFile);
    String name = jar.or(() -> place).map(Origin::nameOf).orElse(type.getName());
    String version =
        Optional.ofNullable(type.getPackage().getImplementationVersion()).orElse(NO_VERSION);
    return new Origin(name, jar, version, Api.VERSION, true);
  }

  /** Returns the place of a jar. */
  static Origin of(PluginJar jar) {
    return new Origin(
        nameOf(jar.file()),
        Optional.of(jar.file()),
        jar.version().orElse(NO_VERSION),
        jar.api().orElse(NO_API),
        false);
  }

  private static String nameOf(Path place) {
    return Files.isRegularFile(place) ? String.valueOf(place.getFileName()) : place + "/";
  }

  /** Returns the name, with its folder where a name alone doesn't tell this from another. */
  String toldFrom(Origin other) {
    return name.equals(other.name) ? file.map(Path::toString).orElse(name) : name;
  }

  @Override
  public String toString() {
    return name;
  }
}
