package org.cortado.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.cortado.api.Phase;
import org.cortado.api.backend.Backend;
import org.cortado.engine.definition.Problems;
import org.cortado.engine.net.NetFactory;
import org.cortado.engine.plugin.LayerCatalogue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code cortado check}. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = "Find all that is wrong with a net, or a solver and its net, in both phases.")
final class CheckCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @Mixin private final FileOptions files = new FileOptions();
  @Mixin private final PluginOptions plugins = new PluginOptions();
  @Mixin private final JsonOption json = new JsonOption();

  @Parameters(paramLabel = "FILE", description = "A net's or a solver's file.")
  private Path file = Path.of("");

  CheckCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Output output = json.output(surroundings);
    LayerCatalogue catalogue = plugins.load(surroundings, output);
    Problems definition = new Problems();
    Problems data = new Problems();
    Optional<NetSource> source = NetSource.read(file, files, catalogue, definition);
    source.ifPresent(net -> check(net, catalogue, definition, data));
    int layers = source.map(net -> net.net().layers().size()).orElse(0);
    return new CheckResult(file, layers, definition.sorted(), data.sorted()).print(output);
  }

  private static void check(
      NetSource source, LayerCatalogue catalogue, Problems definition, Problems data) {
    try (Backend backend = Backends.openForPlans()) {
      NetFactory factory = new NetFactory(catalogue, backend);
      for (Phase phase : Phase.values()) {
        factory.check(source.net(), source.settings(phase), definition, data);
      }
    }
  }
}
