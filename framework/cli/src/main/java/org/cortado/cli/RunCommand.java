package org.cortado.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.cortado.api.Phase;
import org.cortado.api.backend.Backend;
import org.cortado.engine.net.Net;
import org.cortado.engine.net.NetFactory;
import org.cortado.engine.net.NetSettings;
import org.cortado.engine.plugin.LayerCatalogue;
import org.cortado.engine.solver.Weights;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cortado run}. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description = "Run a net once on given arrays, and write all blobs as .npy files.")
final class RunCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @Mixin private final ArrayOptions arrays = new ArrayOptions();
  @Mixin private final FileOptions files = new FileOptions();
  @Mixin private final BackendOptions backends = new BackendOptions();
  @Mixin private final PluginOptions plugins = new PluginOptions();
  @Mixin private final JsonOption json = new JsonOption();

  @Parameters(paramLabel = "FILE", description = "A net's or a solver's file.")
  private Path file = Path.of("");

  @Option(names = "--weights", paramLabel = "FILE", description = "Trained weights.")
  private @Nullable Path weights;

  @Option(
      names = "--phase",
      paramLabel = "train|test",
      defaultValue = "test",
      description = "What the net is built for (default: test).")
  private Phase phase = Phase.TEST;

  @Option(
      names = "--backward",
      description = "Run backward as well, from the losses and what --diff gives.")
  private boolean backward;

  @Option(names = "--out", paramLabel = "DIR", description = "Where the .npy files go.")
  private @Nullable Path out;

  RunCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Output output = json.output(surroundings);
    requireSense();
    LayerCatalogue catalogue = plugins.load(surroundings, output);
    NetSource source = files.require(file, catalogue);
    SingleRun.requireInputs(
        "--input", source.net(), source.settings(phase).state(), arrays.inputs().keySet());
    try (Backend backend = backends.open(catalogue, output);
        Net net = new NetFactory(catalogue, backend).build(source.net(), settings(source))) {
      Optional.ofNullable(weights).ifPresent(trained -> Weights.load(net, source.net(), trained));
      SingleRun run = new SingleRun(net, arrays);
      run.forward();
      if (backward) {
        run.backward();
      }
      Optional.ofNullable(out)
          .ifPresent(folder -> new BlobFiles(net, source.net(), folder).write(backward));
      new RunText(net).print(output);
    }
    return ExitCode.GOOD;
  }

  private void requireSense() {
    if (!backward && !arrays.diffs().isEmpty()) {
      throw new UsageException("--diff is of no use without --backward");
    }
  }

  private NetSettings settings(NetSource source) {
    NetSettings settings = source.settings(phase).withInputs(arrays.inputShapes());
    return backward ? settings.withGradientsFrom(arrays.diffs().keySet()) : settings;
  }
}
