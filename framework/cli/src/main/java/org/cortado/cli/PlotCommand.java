package org.cortado.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.cortado.engine.definition.Spelling;
import org.cortado.engine.solver.RunFolder;
import org.cortado.report.Plot;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cortado plot}. */
@Command(
    name = "plot",
    mixinStandardHelpOptions = true,
    description = {
      "Compare runs on one page, which needs nothing beside it: their curves, their results, and"
          + " what differs between their solvers and nets."
    })
final class PlotCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @Mixin private final JsonOption json = new JsonOption();

  @Parameters(paramLabel = "RUN", arity = "1..*", description = "The folders of the runs.")
  private List<Path> runs = new ArrayList<>();

  @Option(
      names = "--metric",
      paramLabel = "NAME",
      description = "Show this one alone, such as loss or accuracy; may be given many times.")
  private List<String> wanted = new ArrayList<>();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      defaultValue = "plot.html",
      description = "Where the page goes (default: ${DEFAULT-VALUE}).")
  private Path out = Path.of("");

  PlotCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Output output = json.output(surroundings);
    Plot plot = Plot.of(runs.stream().map(RunFolder::measured).toList());
    wanted.forEach(metric -> requireMeasured(metric, plot));
    Plot chosen = wanted.isEmpty() ? plot : plot.only(wanted);
    chosen.write(out);
    output.say(out + ": " + String.join(", ", chosen.metrics()));
    output.json(object(chosen));
    return ExitCode.GOOD;
  }

  private static void requireMeasured(String metric, Plot plot) {
    if (!plot.metrics().contains(metric)) {
      throw new UsageException(
          "--metric %s: none of the runs has measured that%s"
              .formatted(metric, Spelling.suggestion(metric, plot.metrics())));
    }
  }

  private Map<String, Object> object(Plot plot) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("file", out.toString());
    object.put("runs", runs.stream().map(Path::toString).toList());
    object.put("metrics", plot.metrics());
    return object;
  }
}
