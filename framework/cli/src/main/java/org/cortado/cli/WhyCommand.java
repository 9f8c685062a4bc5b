package org.cortado.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.cortado.engine.definition.LayerDefinition;
import org.cortado.engine.definition.NetState;
import org.cortado.engine.definition.Spelling;
import org.cortado.engine.inspect.LayerPresence;
import org.cortado.engine.inspect.LayerReport;
import org.cortado.engine.plugin.LayerCatalogue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code cortado why}. */
@Command(
    name = "why",
    mixinStandardHelpOptions = true,
    description =
        "Say why a layer is in its net or not, where it comes from, what it reads and writes,"
            + " whether its gradient runs, and whose its parameters are.",
    footerHeading = "%n",
    footer = {
      "A layer of a block is named with its use: stem/conv.",
      "Given a solver's file, it says the learning rate and the decay of each parameter, too."
    })
final class WhyCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @Mixin private final FileOptions files = new FileOptions();
  @Mixin private final PhaseOption phase = new PhaseOption();
  @Mixin private final PluginOptions plugins = new PluginOptions();
  @Mixin private final JsonOption json = new JsonOption();

  @Parameters(index = "0", paramLabel = "FILE", description = "A net's or a solver's file.")
  private Path file = Path.of("");

  @Parameters(index = "1", paramLabel = "LAYER", description = "The name of a layer.")
  private String name = "";

  WhyCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Output output = json.output(surroundings);
    LayerCatalogue catalogue = plugins.load(surroundings, output);
    NetSource source = files.require(file, catalogue);
    NetState state = source.settings(phase.phase()).state();
    List<LayerDefinition> called = called(source);
    if (called.stream().anyMatch(layer -> layer.isIn(state))) {
      LayerReport report =
          source.plan(catalogue, phase.phase(), net -> LayerReport.of(net, name, state));
      print(report, Rates.of(source), output);
    } else {
      print(called.stream().map(layer -> LayerPresence.of(layer, state)).toList(), output);
    }
    return ExitCode.GOOD;
  }

  /** Layers that are never in together may have one name. */
  private List<LayerDefinition> called(NetSource source) {
    List<LayerDefinition> layers = source.net().layers();
    List<LayerDefinition> called =
        layers.stream().filter(layer -> layer.name().equals(name)).toList();
    if (called.isEmpty()) {
      List<String> names = layers.stream().map(LayerDefinition::name).toList();
      throw new UsageException(
          "net '%s' has no layer '%s'%s"
              .formatted(source.net().name(), name, Spelling.suggestion(name, names)));
    }
    return called;
  }

  private static void print(LayerReport report, Optional<Rates> rates, Output output) {
    if (output.isJson()) {
      output.json(new WhyObject(report, rates).object());
    } else {
      new WhyText(report, rates).print(output::say);
    }
  }

  private static void print(List<LayerPresence> out, Output output) {
    if (output.isJson()) {
      output.json(WhyObject.of(out.get(0)));
    } else {
      out.forEach(layer -> WhyText.print(layer, output::say));
    }
  }
}
