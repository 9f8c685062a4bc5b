package org.cortado.cli;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cortado.engine.plugin.LayerCatalogue;
import org.cortado.engine.record.Manifest;
import picocli.CommandLine.Option;

/** {@code --plugins}, and the other places where plug-ins are looked for. */
final class PluginOptions {

  /** The variable that names more places, separated as those of a class path. */
  static final String VARIABLE = "CORTADO_PLUGINS";

  private static final String GONE =
      "warning: the run's plug-in '%s' isn't there; name where it is now by --plugins";

  @Option(
      names = "--plugins",
      paramLabel = "DIR",
      description = "A folder of plug-in jars, or a jar; may be given several times.")
  private List<Path> given = new ArrayList<>();

  /** Returns the layers at hand, having warned of plug-ins that don't load. */
  LayerCatalogue load(Surroundings surroundings, Output output) {
    return load(places(surroundings), output);
  }

  /** Returns the places that are asked for, or else the jars of an earlier run that are there. */
  List<Path> placesAsIn(Manifest run, Surroundings surroundings, Output output) {
    if (!given.isEmpty()) {
      return places(surroundings);
    }
    Map<Boolean, List<Path>> jars =
        run.software().plugins().stream()
            .map(plugin -> Path.of(plugin.jar().file()))
            .collect(Collectors.partitioningBy(Files::isRegularFile));
    List<Path> gone = jars.getOrDefault(false, List.of());
    gone.forEach(jar -> output.warn(GONE.formatted(jar)));
    List<Path> places = new ArrayList<>(jars.getOrDefault(true, List.of()));
    places.addAll(gone.isEmpty() ? List.of() : places(surroundings));
    return places;
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
    home(surroundings)
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

  /** The launcher's folder, if there is one: the distribution lies in what builds delete. */
  private static Optional<Path> home(Surroundings surroundings) {
    return Optional.ofNullable(surroundings.environment().get(NewLayerCommand.LAUNCHER))
        .map(launcher -> Path.of(launcher).toAbsolutePath().getParent())
        .or(surroundings::distribution);
  }
}
