package org.cortado.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.cortado.engine.definition.ExpandedYaml;
import org.cortado.engine.definition.Node;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
  @Mixin private final JsonOption json = new JsonOption();

  @Parameters(paramLabel = "FILE", description = "A net's file, or a solver's for the net of it.")
  private Path file = Path.of("");

  ExpandCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Output output = json.output(surroundings);
    Node flat = files.require(file).flat();
    if (output.isJson()) {
      output.json(JsonTree.of(flat));
    } else {
      output.say(new ExpandedYaml().write(flat).stripTrailing());
    }
    return ExitCode.GOOD;
  }
}
