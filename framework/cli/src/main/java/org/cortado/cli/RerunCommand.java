package org.cortado.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.cortado.api.backend.Backend;
import org.cortado.engine.plugin.LayerCatalogue;
import org.cortado.engine.record.PluginRecord;
import org.cortado.engine.rerun.Comparison;
import org.cortado.engine.rerun.Rerun;
import org.cortado.engine.solver.PluginRecords;
import org.cortado.engine.solver.RunFolder;
import org.cortado.engine.solver.Training;
import org.cortado.engine.solver.TrainingResult;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cortado rerun}. */
@Command(
    name = "rerun",
    mixinStandardHelpOptions = true,
    description =
        "Repeat a run from what its folder keeps, and say whether the weights and the final numbers"
            + " are equal.",
    footerHeading = "%n",
    footer =
        "It ends with 0 if all is equal to the bit, with 5 if not. A run that was stopped is"
            + " repeated up to the iteration at which it was.")
final class RerunCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @Mixin private final BackendOptions backends = new BackendOptions();
  @Mixin private final PluginOptions plugins = new PluginOptions();
  @Mixin private final SignalOptions signals = new SignalOptions();
  @Mixin private final JsonOption json = new JsonOption();

  @Parameters(paramLabel = "RUN", description = "The folder of a run, or the manifest in it.")
  private Path run = Path.of("");

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where the repetition is kept; in a new folder below 'runs' by default.")
  private @Nullable Path out;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Where relative data paths begin, if not where they did.")
  private @Nullable Path data;

  @Option(names = "--quiet", description = "Show no progress, only what came of it.")
  private boolean quiet;

  RerunCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Output output = json.output(surroundings);
    Rerun rerun = Rerun.of(run);
    List<Path> places = plugins.placesAsIn(rerun.manifest(), surroundings, output);
    LayerCatalogue catalogue = PluginOptions.load(places, output);
    List<PluginRecord> records = PluginRecords.of(catalogue);
    Path dataFolder = Optional.ofNullable(data).orElseGet(rerun::dataFolder);
    try (Backend backend = backends.openAsIn(rerun.manifest(), catalogue, output);
        Training training = rerun.prepare(dataFolder, records, catalogue, backend)) {
      return compare(rerun, training, backend, output);
    }
  }

  private int compare(Rerun rerun, Training training, Backend backend, Output output) {
    List<String> differences = rerun.differences(training);
    differences.forEach(difference -> output.warn("note: " + difference));
    RunFolder second = folder(rerun);
    boolean interrupted = repeat(rerun, training, second, output);
    if (interrupted) {
      return ExitCode.INTERRUPTED;
    }
    Comparison comparison = Comparison.of(rerun, second, backend.memory());
    new RerunText(rerun, second, differences, comparison).print(output);
    return comparison.isEqual() ? ExitCode.GOOD : ExitCode.NUMBERS;
  }

  /** Returns whether the user ended it before the run that it repeats had ended. */
  private boolean repeat(Rerun rerun, Training training, RunFolder second, Output output) {
    try (Progress progress = progress(rerun, output)) {
      TrainingResult result =
          Signals.during(
              () -> rerun.run(training, second, progress), signals.actions(training, output));
      boolean asTheFirst =
          rerun.result().interrupted() && result.iterations() == rerun.result().iterations();
      return result.interrupted() && !asTheFirst;
    }
  }

  private Progress progress(Rerun rerun, Output output) {
    return quiet ? Progress.silent() : new ProgressLines(output, rerun.result().iterations());
  }

  private RunFolder folder(Rerun rerun) {
    return NewRun.folder(
        Optional.ofNullable(out), rerun.first().path().toAbsolutePath().getFileName() + "-rerun");
  }
}
