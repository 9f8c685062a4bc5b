package org.cortado.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.cortado.archetype.LayerNames;
import org.cortado.archetype.LayerProject;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cortado new-layer}. */
@Command(
    name = "new-layer",
    mixinStandardHelpOptions = true,
    description = {
      "Write the Maven project of a layer of your own, which builds as it stands: the layer, its"
          + " test, and a net and a solver that use it.",
      "It is all yours to change: it begins as a leaky ReLU."
    },
    footerHeading = "%n",
    footer = {
      "For example: cortado new-layer com.acme:spiky-relu --type acme:SpikyRelu",
      "If Maven doesn't find Cortado then: mvn -B -Pquick install, in Cortado's own folder."
    })
final class NewLayerCommand implements Callable<Integer> {

  static final String LAUNCHER = "CORTADO_LAUNCHER";

  private final Surroundings surroundings;

  @Mixin private final JsonOption json = new JsonOption();

  @Parameters(
      paramLabel = "GROUP:ARTIFACT",
      description = "Maven's names of the project: com.acme:spiky-relu.")
  private String coordinates = "";

  @Option(
      names = "--type",
      required = true,
      paramLabel = "VENDOR:NAME",
      description = "What nets call the layer: acme:SpikyRelu.")
  private String type = "";

  @Option(
      names = "--package",
      paramLabel = "PACKAGE",
      description = "The package of its classes (GROUP if none is named).")
  private @Nullable String javaPackage;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "The folder to write, which must be new or empty (ARTIFACT if none is named).")
  private @Nullable Path out;

  NewLayerCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    LayerNames names = names();
    Path folder = Optional.ofNullable(out).orElseGet(() -> Path.of(names.artifactId()));
    List<Path> files = write(new LayerProject(names), folder);
    tell(json.output(surroundings), names, folder, files);
    return ExitCode.GOOD;
  }

  private LayerNames names() {
    String[] parts = coordinates.split(":", -1);
    if (parts.length != 2) {
      throw new UsageException(
          "the project must be 'group:artifact', such as 'com.acme:spiky-relu', but is '"
              + coordinates
              + "'");
    }
    String inside = Optional.ofNullable(javaPackage).orElse(parts[0]);
    LayerNames names = new LayerNames(parts[0], parts[1], type, inside);
    if (!names.problems().isEmpty()) {
      throw new UsageException(String.join(System.lineSeparator(), names.problems()));
    }
    return names;
  }

  private static List<Path> write(LayerProject project, Path folder) {
    try {
      return project.write(folder);
    } catch (IllegalArgumentException e) {
      throw new UsageException(e.getMessage() + "; name another folder by --out");
    }
  }

  private void tell(Output output, LayerNames names, Path folder, List<Path> files) {
    List<String> next =
        List.of(
            "cd " + folder,
            "mvn package",
            surroundings.environment().getOrDefault(LAUNCHER, "cortado")
                + " train solver.yaml --plugins target");
    output.say("wrote the layer " + names.type() + " to " + folder + "; what comes next:");
    next.forEach(command -> output.say("  " + command));
    output.json(object(names, folder, files, next));
  }

  private static Map<String, Object> object(
      LayerNames names, Path folder, List<Path> files, List<String> next) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("type", names.type());
    object.put("folder", folder.toString());
    object.put("files", files.stream().map(Path::toString).toList());
    object.put("next", next);
    return object;
  }
}
