package org.cortado.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.cortado.engine.solver.RunFolder;
import org.cortado.report.TensorBoard;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cortado tensorboard}. */
@Command(
    name = "tensorboard",
    mixinStandardHelpOptions = true,
    description = "Write what a run has measured as an event file for TensorBoard.")
final class TensorboardCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @Mixin private final JsonOption json = new JsonOption();

  @Parameters(paramLabel = "RUN", description = "The folder of a run.")
  private Path run = Path.of("");

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where the event file goes (default: RUN/tensorboard).")
  private @Nullable Path out;

  TensorboardCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Output output = json.output(surroundings);
    RunFolder folder = RunFolder.measured(run);
    Path events =
        TensorBoard.export(
            folder, Optional.ofNullable(out).orElseGet(() -> run.resolve("tensorboard")));
    output.say(events.toString());
    output.json(Map.of("file", events.toString()));
    return ExitCode.GOOD;
  }
}
