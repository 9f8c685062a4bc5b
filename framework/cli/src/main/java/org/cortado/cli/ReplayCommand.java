package org.cortado.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.cortado.api.backend.Backend;
import org.cortado.engine.plugin.LayerCatalogue;
import org.cortado.engine.solver.FailureReplay;
import org.cortado.engine.watch.Replayed;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code cortado replay}. */
@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    description = "Show again where the numbers of a training stopped being finite.",
    footerHeading = "%n",
    footer = "Ends with 5 if the fault shows again, and with 0 if it doesn't.")
final class ReplayCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @Mixin private final BackendOptions backends = new BackendOptions();
  @Mixin private final PluginOptions plugins = new PluginOptions();
  @Mixin private final JsonOption json = new JsonOption();

  @Parameters(paramLabel = "RUN", description = "The folder of a run that failed.")
  private Path run = Path.of("");

  ReplayCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Output output = json.output(surroundings);
    LayerCatalogue catalogue = plugins.load(surroundings, output);
    FailureReplay replay = FailureReplay.of(run);
    try (Backend backend = backends.open(catalogue, output)) {
      Replayed replayed = replay.run(catalogue, backend);
      new ReplayText(replayed).print(output);
      return replayed.finding().isPresent() ? ExitCode.NUMBERS : ExitCode.GOOD;
    }
  }
}
