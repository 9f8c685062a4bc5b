package org.cortado.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.cortado.api.Phase;
import org.cortado.api.backend.Backend;
import org.cortado.engine.inspect.NetDiff;
import org.cortado.engine.inspect.NetFacts;
import org.cortado.engine.inspect.WeightsDiff;
import org.cortado.engine.plugin.LayerCatalogue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cortado diff}. */
@Command(
    name = "diff",
    mixinStandardHelpOptions = true,
    description = "Say what differs between two nets, or between two files of weights.",
    footerHeading = "%n",
    footer = {
      "Nets are compared with defaults filled in and blocks unfolded, layers of all phases, levels"
          + " and stages; shapes as they are in both phases.",
      "It ends with 0 whether they differ or not, unless --exit-code is given, as git's diff does."
    })
final class DiffCommand implements Callable<Integer> {

  private static final int DIFFERENT = 1;
  private static final String WEIGHTS = ".safetensors";

  private final Surroundings surroundings;

  @Mixin private final FileOptions files = new FileOptions();
  @Mixin private final PluginOptions plugins = new PluginOptions();
  @Mixin private final JsonOption json = new JsonOption();

  @Parameters(
      index = "0",
      paramLabel = "A",
      description = "A net's or a solver's file, or a .safetensors file.")
  private Path before = Path.of("");

  @Parameters(index = "1", paramLabel = "B", description = "A file of the same sort.")
  private Path after = Path.of("");

  @Option(names = "--exit-code", description = "End with 1 if anything differs, with 0 if nothing.")
  private boolean exitCode;

  DiffCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Output output = json.output(surroundings);
    if (isWeights(before) != isWeights(after)) {
      throw new UsageException("A and B must both be nets, or both be weights (" + WEIGHTS + ")");
    }
    boolean equal = isWeights(before) ? equalWeights(output) : equalNets(output);
    return equal || !exitCode ? ExitCode.GOOD : DIFFERENT;
  }

  private static boolean isWeights(Path file) {
    return file.toString().endsWith(WEIGHTS);
  }

  private boolean equalNets(Output output) {
    LayerCatalogue catalogue = plugins.load(surroundings, output);
    NetDiff diff = NetDiff.of(facts(before, catalogue), facts(after, catalogue));
    if (output.isJson()) {
      output.json(NetDiffObject.of(diff));
    } else {
      new NetDiffText(diff).print(output::say);
    }
    return diff.isEmpty();
  }

  private NetFacts facts(Path file, LayerCatalogue catalogue) {
    NetSource source = files.require(file, catalogue);
    NetFacts facts = new NetFacts(source.net(), catalogue);
    for (Phase phase : Phase.values()) {
      source.plan(catalogue, phase, facts::with);
    }
    return facts;
  }

  private boolean equalWeights(Output output) {
    try (Backend backend = Backends.openForPlans()) {
      WeightsDiff diff = WeightsDiff.of(before, after, backend.memory());
      if (output.isJson()) {
        output.json(WeightsDiffObject.of(diff));
      } else {
        new WeightsDiffText(diff).print(output::say);
      }
      return diff.isEmpty();
    }
  }
}
