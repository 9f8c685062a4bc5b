package org.cortado.cli;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.cortado.engine.plugin.LayerCatalogue;
import org.cortado.engine.plugin.LayerDeclaration;
import org.cortado.engine.plugin.Origin;
import org.cortado.engine.plugin.PartDeclaration;
import org.cortado.engine.plugin.PluginException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code cortado layers}. */
@Command(
    name = "layers",
    mixinStandardHelpOptions = true,
    description =
        "List the layer types, and all else that plug-ins offer, and where they come from.")
final class LayersCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @Mixin private final PluginOptions plugins = new PluginOptions();
  @Mixin private final JsonOption json = new JsonOption();

  @Option(
      names = "--markdown",
      description = "Print all that the layers and fillers declare as a page of Markdown.")
  private boolean markdown;

  LayersCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /** Lists all that loaded even where something didn't, but then doesn't call it good. */
  @Override
  public Integer call() {
    Output output = json.output(surroundings);
    LayerCatalogue catalogue = plugins.load(surroundings, output);
    if (output.isJson()) {
      output.json(object(catalogue));
    } else if (markdown) {
      new LayerReference(catalogue, output::say).print();
    } else {
      print(catalogue.declarations(), output);
      printParts(catalogue.parts(), output);
    }
    return catalogue.failures().isEmpty() ? ExitCode.GOOD : ExitCode.PLUGIN;
  }

  private static void print(Collection<LayerDeclaration> layers, Output output) {
    Table table = new Table();
    table.add("TYPE", "JAR", "VERSION", "API", "BOTTOMS → TOPS", "");
    layers.forEach(layer -> table.add(row(layer)));
    table.print("", output::say);
  }

  private static String[] row(LayerDeclaration layer) {
    Origin jar = layer.jar();
    return new String[] {
      layer.name(), name(jar), jar.version(), jar.api(), Arity.arrow(layer.type()), layer.help()
    };
  }

  private static String name(Origin jar) {
    return jar.isBuiltIn() ? "cortado (" + jar.name() + ")" : jar.name();
  }

  private static void printParts(Collection<PartDeclaration> parts, Output output) {
    Table table = new Table();
    table.add("NAME", "KIND", "JAR", "VERSION", "API", "");
    parts.forEach(part -> table.add(row(part)));
    output.say("");
    table.print("", output::say);
  }

  private static String[] row(PartDeclaration part) {
    Origin jar = part.origin();
    return new String[] {
      part.name(), part.kind(), name(jar), jar.version(), jar.api(), part.help()
    };
  }

  private static Map<String, Object> object(LayerCatalogue catalogue) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("layers", catalogue.declarations().stream().map(LayersCommand::object).toList());
    object.put("parts", catalogue.parts().stream().map(LayersCommand::object).toList());
    object.put("failures", catalogue.failures().stream().map(PluginException::getMessage).toList());
    object.put("warnings", catalogue.warnings());
    return object;
  }

  private static Map<String, Object> object(LayerDeclaration layer) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("type", layer.name());
    object.put("from", layer.origin());
    object.put("version", layer.jar().version());
    object.put("api", layer.jar().api());
    object.put("bottoms", Arity.ofBottoms(layer.type()).brief());
    object.put("tops", Arity.ofTops(layer.type()).brief());
    object.put("help", layer.help());
    return object;
  }

  private static Map<String, Object> object(PartDeclaration part) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("name", part.name());
    object.put("kind", part.kind());
    object.put("from", part.origin().name());
    object.put("version", part.origin().version());
    object.put("api", part.origin().api());
    object.put("help", part.help());
    return object;
  }
}
