package org.cortado.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.cortado.api.Phase;
import org.cortado.engine.definition.ExpandedYaml;
import org.cortado.engine.definition.Node;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cortado expand}. */
@Command(
    name = "expand",
    mixinStandardHelpOptions = true,
    description =
        "Print a net as the plain list of layers that its variables, blocks and repetitions come"
            + " to; read back, it is the same net.")
final class ExpandCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @Mixin private final FileOptions files = new FileOptions();
  @Mixin private final PluginOptions plugins = new PluginOptions();
  @Mixin private final JsonOption json = new JsonOption();

  @Parameters(paramLabel = "FILE", description = "A net's file, or a solver's for the net of it.")
  private Path file = Path.of("");

  @Option(
      names = "--phase",
      paramLabel = "PHASE",
      description =
          "Print the layers of that phase alone, at --level and with --stage, without their rules;"
              + " by default all layers with their rules.")
  private @Nullable Phase phase;

  ExpandCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Output output = json.output(surroundings);
    NetSource source = files.require(file, plugins.load(surroundings, output));
    Optional<Phase> asked = Optional.ofNullable(phase);
    Node flat =
        asked
            .map(of -> source.net().in(source.settings(of).state(), source.flat()))
            .orElse(source.flat());
    if (output.isJson()) {
      output.json(JsonTree.of(flat));
    } else {
      output.say(new ExpandedYaml().write(flat).stripTrailing());
    }
    return ExitCode.GOOD;
  }
}
