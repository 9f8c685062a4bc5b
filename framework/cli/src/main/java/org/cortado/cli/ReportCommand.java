package org.cortado.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.cortado.engine.solver.RunFolder;
import org.cortado.report.Report;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cortado report}. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    description = "Show a run on one page, which needs nothing beside it.",
    footerHeading = "%n",
    footer = "Training makes the page at its end; this makes it anew, of unfinished runs, too.")
final class ReportCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @Mixin private final JsonOption json = new JsonOption();

  @Parameters(paramLabel = "RUN", description = "The folder of a run.")
  private Path run = Path.of("");

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Where the page goes (default: RUN/report.html).")
  private @Nullable Path out;

  ReportCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Output output = json.output(surroundings);
    RunFolder folder = RunFolder.measured(run);
    Path page = Optional.ofNullable(out).orElseGet(folder::report);
    Report.of(folder).write(page);
    output.say(page.toString());
    output.json(Map.of("file", page.toString()));
    return ExitCode.GOOD;
  }
}
