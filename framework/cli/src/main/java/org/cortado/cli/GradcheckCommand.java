package org.cortado.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.cortado.api.backend.Backend;
import org.cortado.engine.net.Net;
import org.cortado.engine.net.NetFactory;
import org.cortado.engine.net.NetSettings;
import org.cortado.engine.plugin.LayerCatalogue;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cortado gradcheck}. */
@Command(
    name = "gradcheck",
    mixinStandardHelpOptions = true,
    description = "Compare each layer's backward pass with differences of its forward pass.")
final class GradcheckCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @Mixin private final FileOptions files = new FileOptions();
  @Mixin private final BackendOptions backends = new BackendOptions();
  @Mixin private final PluginOptions plugins = new PluginOptions();
  @Mixin private final GradientOptions gradients = new GradientOptions();
  @Mixin private final PhaseOption phase = new PhaseOption();
  @Mixin private final JsonOption json = new JsonOption();

  @Parameters(paramLabel = "FILE", description = "A net's or a solver's file.")
  private Path file = Path.of("");

  @Option(names = "--layer", paramLabel = "NAME", description = "Check this layer alone.")
  private @Nullable String layer;

  GradcheckCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Output output = json.output(surroundings);
    LayerCatalogue catalogue = plugins.load(surroundings, output);
    NetSource source = files.require(file, catalogue);
    NetSettings settings = source.settings(phase.phase()).withGradientsFrom(Set.of());
    try (Backend backend = backends.open(catalogue, output);
        Net net = new NetFactory(catalogue, backend).build(source.net(), settings)) {
      return new GradientText(check(net)).print(output);
    }
  }

  private List<GradientSweep.Checked> check(Net net) {
    GradientSweep sweep = new GradientSweep(net, gradients.settings());
    String only = layer;
    return only == null ? sweep.all() : List.of(sweep.only(only));
  }
}
