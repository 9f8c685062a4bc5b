package org.cortado.engine.plugin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds the plug-in jars of some places, each once.
 *
 * <p>A jar that is named itself is always one. In a folder, such as Maven's {@code target}, those
 * are passed over that nobody means: of sources, of documentation, of tests, and the libraries of
 * the plug-ins beside them.
 */
final class PluginJars {

  private final Map<Path, Boolean> namedByPath = new LinkedHashMap<>();
  private final List<PluginJar> jars = new ArrayList<>();
  private final List<PluginException> failures = new ArrayList<>();

  /**
   * Looks into places: jars, and folders of jars.
   *
   * @throws PluginException if a place is missing
   */
  PluginJars(List<Path> places) {
    places.forEach(this::collect);
    namedByPath.keySet().forEach(this::read);
    Set<Path> libraries =
        jars.stream().flatMap(jar -> jar.libraries().stream()).collect(Collectors.toSet());
    jars.removeIf(jar -> !isNamed(jar) && (isBeside(jar) || libraries.contains(jar.file())));
  }

  /** Returns the plug-ins. */
  List<PluginJar> jars() {
    return jars;
  }

  /** Returns what was taken for a plug-in and is no jar. */
  List<PluginException> failures() {
    return failures;
  }

  private void collect(Path place) {
    if (Files.isRegularFile(place)) {
      namedByPath.put(real(place), true);
    } else {
      folder(place).forEach(jar -> namedByPath.putIfAbsent(real(jar), false));
    }
  }

  private static List<Path> folder(Path place) {
    try (Stream<Path> files = Files.list(place)) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    } catch (IOException e) {
      throw new PluginException("there is no plug-in folder or jar '" + place + "'", e);
    }
  }

  private static Path real(Path file) {
    try {
      return file.toRealPath();
    } catch (IOException e) {
      return file.toAbsolutePath().normalize(); // A link to nowhere: reading it will say so.
    }
  }

  private void read(Path file) {
    try {
      jars.add(PluginJar.read(file));
    } catch (PluginException e) {
      failures.add(e);
    }
  }

  private boolean isNamed(PluginJar jar) {
    return namedByPath.getOrDefault(jar.file(), false);
  }

  private static boolean isBeside(PluginJar jar) {
    boolean empty = !jar.hasClasses() && !jar.hasService();
    return empty || jar.file().toString().endsWith("-tests.jar") || isBeforeShading(jar.file());
  }

  /** Maven's shade plug-in leaves the jar without libraries beside the one with them. */
  private static boolean isBeforeShading(Path file) {
    String name = String.valueOf(file.getFileName());
    String prefix = "original-";
    return name.startsWith(prefix)
        && Files.exists(file.resolveSibling(name.substring(prefix.length())));
  }
}
