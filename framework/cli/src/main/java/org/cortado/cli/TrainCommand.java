package org.cortado.cli;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.cortado.api.backend.Backend;
import org.cortado.engine.definition.Problems;
import org.cortado.engine.plugin.LayerCatalogue;
import org.cortado.engine.solver.RunFolder;
import org.cortado.engine.solver.RunSettings;
import org.cortado.engine.solver.Training;
import org.cortado.engine.solver.TrainingFiles;
import org.cortado.engine.solver.TrainingResult;
import org.cortado.engine.solver.Weights;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cortado train}. */
@Command(
    name = "train",
    mixinStandardHelpOptions = true,
    description = "Train a net as a solver's file says.",
    footerHeading = "%n",
    footer = "Ctrl-C ends the iteration at hand and saves the weights; a second one ends at once.")
final class TrainCommand implements Callable<Integer> {

  private static final Path RUNS = Path.of("runs");

  private final Surroundings surroundings;

  @Mixin private final FileOptions files = new FileOptions();
  @Mixin private final BackendOptions backends = new BackendOptions();
  @Mixin private final PluginOptions plugins = new PluginOptions();
  @Mixin private final JsonOption json = new JsonOption();

  @Parameters(paramLabel = "SOLVER", description = "A solver's file.")
  private Path file = Path.of("");

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where the run is kept; in a new folder below 'runs' by default.")
  private @Nullable Path out;

  @Option(
      names = "--weights",
      paramLabel = "FILE",
      description = "Weights to begin with, instead of random ones.")
  private @Nullable Path weights;

  @Option(names = "--quiet", description = "Show no progress, only what came of it.")
  private boolean quiet;

  TrainCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Output output = json.output(surroundings);
    LayerCatalogue catalogue = plugins.load(surroundings, output);
    TrainingFiles training = read();
    RunSettings settings =
        new RunSettings(files.dataFolder(training.net().file()), plugins.jars(surroundings));
    try (Backend backend = backends.open(output);
        Training prepared = new Training(training, settings, catalogue, backend)) {
      Optional.ofNullable(weights).ifPresent(first -> Weights.load(prepared.net(), first));
      TrainingResult result = run(prepared, training, output);
      new TrainingText(result).print(output);
      return result.interrupted() ? ExitCode.INTERRUPTED : ExitCode.GOOD;
    }
  }

  private TrainingFiles read() {
    Problems problems = new Problems();
    Optional<TrainingFiles> read =
        TrainingFiles.read(file, files.solverSettings(), files.root(), problems);
    problems.throwIfAny();
    return read.orElseThrow(() -> new IllegalStateException(file + " is no solver"));
  }

  private TrainingResult run(Training training, TrainingFiles defined, Output output) {
    RunFolder folder = folder(defined);
    try (Progress progress = progress(output, defined.solver().definition().maxIter())) {
      return Interrupts.during(() -> training.run(folder, progress), () -> stop(training, output));
    }
  }

  private RunFolder folder(TrainingFiles defined) {
    Path asked = out;
    return asked == null
        ? RunFolder.createIn(
            RUNS, defined.solver().name(), LocalDateTime.now(ZoneId.systemDefault()))
        : RunFolder.createAt(asked);
  }

  private Progress progress(Output output, long last) {
    OptionalInt columns = surroundings.columns();
    if (quiet) {
      return Progress.silent();
    }
    return columns.isPresent()
        ? new ProgressOnTerminal(new TerminalLine(surroundings.err(), columns.getAsInt()), last)
        : new ProgressLines(output, last);
  }

  private static void stop(Training training, Output output) {
    output.warn("\nending the iteration and saving; Ctrl-C once more ends at once");
    training.stop();
  }
}
