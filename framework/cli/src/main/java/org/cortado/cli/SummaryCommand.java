package org.cortado.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.cortado.engine.inspect.NetSummary;
import org.cortado.engine.plugin.LayerCatalogue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code cortado summary}. */
@Command(
    name = "summary",
    mixinStandardHelpOptions = true,
    description = "Say what each layer of a net gives and what it costs.",
    footerHeading = "%n",
    footer = {
      "PARAMETERS are the learned numbers, each with the layer that owns it.",
      "MULTIPLY-ADDS are those of convolutions and matrix products in one forward pass.",
      "TRAINING and INFERENCE are the bytes of the layer's tops, before blobs share memory:"
          + " the data, and in training the diffs where the gradient runs.",
      "FIELD is the receptive field: what one element of the top sees of the input."
    })
final class SummaryCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @Mixin private final FileOptions files = new FileOptions();
  @Mixin private final PhaseOption phase = new PhaseOption();
  @Mixin private final PluginOptions plugins = new PluginOptions();
  @Mixin private final JsonOption json = new JsonOption();

  @Parameters(paramLabel = "FILE", description = "A net's or a solver's file.")
  private Path file = Path.of("");

  SummaryCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Output output = json.output(surroundings);
    LayerCatalogue catalogue = plugins.load(surroundings, output);
    NetSummary summary =
        files.require(file, catalogue).plan(catalogue, phase.phase(), NetSummary::of);
    if (output.isJson()) {
      output.json(new SummaryObject(summary).object());
    } else {
      new SummaryText(summary).print(output::say);
    }
    return ExitCode.GOOD;
  }
}
