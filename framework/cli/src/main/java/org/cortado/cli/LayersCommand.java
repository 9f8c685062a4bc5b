package org.cortado.cli;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.cortado.engine.plugin.LayerCatalogue;
import org.cortado.engine.plugin.LayerDeclaration;
import org.cortado.engine.plugin.Origin;
import org.cortado.engine.plugin.PluginException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code cortado layers}. */
@Command(
    name = "layers",
    mixinStandardHelpOptions = true,
    description = "List the layer types at hand and where they come from.")
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
      layer.name(),
      jar.isBuiltIn() ? "cortado (" + jar.name() + ")" : jar.name(),
      jar.version(),
      jar.api(),
      Arity.arrow(layer.type()),
      layer.help()
    };
  }

  private static Map<String, Object> object(LayerCatalogue catalogue) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("layers", catalogue.declarations().stream().map(LayersCommand::object).toList());
    object.put("failures", catalogue.failures().stream().map(PluginException::getMessage).toList());
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
}
