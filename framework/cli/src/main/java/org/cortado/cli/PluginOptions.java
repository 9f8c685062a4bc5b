package org.cortado.cli;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cortado.engine.plugin.LayerCatalogue;
import org.cortado.engine.record.Manifest;
import picocli.CommandLine.Option;

/** {@code --plugins}, and the other places where plug-ins are looked for. */
final class PluginOptions {

  /** The variable that names more places, separated as those of a class path. */
  static final String VARIABLE = "CORTADO_PLUGINS";

  @Option(
      names = "--plugins",
      paramLabel = "DIR",
      description = "A folder of plug-in jars, or a jar; may be given several times.")
  private List<Path> given = new ArrayList<>();

  /** Returns the layers at hand, having warned of plug-ins that don't load. */
  LayerCatalogue load(Surroundings surroundings, Output output) {
    return load(places(surroundings), output);
  }

  /** Returns the places that are asked for, or else the jars of an earlier run. */
  List<Path> placesAsIn(Manifest run, Surroundings surroundings) {
    return given.isEmpty()
        ? run.software().plugins().stream().map(Path::of).toList()
        : places(surroundings);
  }

  /** Returns the layers of some places, having warned of plug-ins that don't load. */
  static LayerCatalogue load(List<Path> places, Output output) {
    LayerCatalogue catalogue = LayerCatalogue.load(places);
    catalogue.failures().forEach(failure -> output.warn("warning: " + failure.getMessage()));
    catalogue.warnings().forEach(warning -> output.warn("warning: " + warning));
    return catalogue;
  }

  /** Returns the places of plug-ins beside the class path: jars, and folders of jars. */
  List<Path> places(Surroundings surroundings) {
    List<Path> places = new ArrayList<>();
    surroundings
        .distribution()
        .map(folder -> folder.resolve("plugins"))
        .filter(Files::isDirectory)
        .ifPresent(places::add);
    String variable = surroundings.environment().getOrDefault(VARIABLE, "");
    Arrays.stream(variable.split(File.pathSeparator, -1))
        .filter(place -> !place.isBlank())
        .map(Path::of)
        .forEach(places::add);
    places.addAll(given);
    return places;
  }

  /** Returns the jars at those places. */
  List<Path> jars(Surroundings surroundings) {
    return LayerCatalogue.jars(places(surroundings));
  }
}
