package org.cortado.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.cortado.api.Phase;
import org.cortado.api.backend.Backend;
import org.cortado.engine.net.MemoryReport;
import org.cortado.engine.net.NetFactory;
import org.cortado.engine.plugin.LayerCatalogue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cortado plan}. */
@Command(
    name = "plan",
    mixinStandardHelpOptions = true,
    description = {
      "Show which blobs of a net share memory when it is trained or tested, without running it.",
      "Figures are those of blobs alone: parameters and what layers keep for themselves come on"
          + " top. 'run' and 'gradcheck' keep every blob."
    })
final class PlanCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @Mixin private final FileOptions files = new FileOptions();
  @Mixin private final PluginOptions plugins = new PluginOptions();
  @Mixin private final JsonOption json = new JsonOption();

  @Parameters(paramLabel = "FILE", description = "A net's file, or a solver's for the net of it.")
  private Path file = Path.of("");

  @Option(
      names = "--phase",
      paramLabel = "train|test",
      defaultValue = "test",
      description = "What the net is built for (default: test).")
  private Phase phase = Phase.TEST;

  PlanCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Output output = json.output(surroundings);
    LayerCatalogue catalogue = plugins.load(surroundings, output);
    NetSource source = files.require(file, catalogue);
    try (Backend backend = Backends.openForPlans()) {
      MemoryReport report =
          new NetFactory(catalogue, backend).planMemory(source.net(), source.settings(phase));
      new PlanText(source.net().name(), phase, report).print(output);
    }
    return ExitCode.GOOD;
  }
}
