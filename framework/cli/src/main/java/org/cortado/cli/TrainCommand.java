package org.cortado.cli;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.cortado.api.DataException;
import org.cortado.api.NumbersException;
import org.cortado.api.backend.Backend;
import org.cortado.engine.plugin.LayerCatalogue;
import org.cortado.engine.record.Manifest;
import org.cortado.engine.record.PluginRecord;
import org.cortado.engine.solver.LoadReport;
import org.cortado.engine.solver.PluginRecords;
import org.cortado.engine.solver.RunFolder;
import org.cortado.engine.solver.RunFolderException;
import org.cortado.engine.solver.RunSettings;
import org.cortado.engine.solver.Training;
import org.cortado.engine.solver.TrainingFiles;
import org.cortado.engine.solver.TrainingResult;
import org.cortado.report.Report;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code cortado train}. */
@Command(
    name = "train",
    mixinStandardHelpOptions = true,
    description = "Train a net as a solver's file says, or go on with a training.",
    footerHeading = "%n",
    footer = {
      "Ctrl-C ends the iteration at hand and saves a snapshot; a second one ends at once.",
      "kill -HUP saves a snapshot and goes on.",
      "'train --resume RUN' goes on from the newest snapshot, after a kill as well, and ends in"
          + " the same weights as if nothing had happened."
    })
final class TrainCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @Spec private @Nullable CommandSpec command;
  @Mixin private final FileOptions files = new FileOptions();
  @Mixin private final BackendOptions backends = new BackendOptions();
  @Mixin private final WeightsOptions weights = new WeightsOptions();
  @Mixin private final PluginOptions plugins = new PluginOptions();
  @Mixin private final SignalOptions signals = new SignalOptions();
  @Mixin private final EventFiles events = new EventFiles();
  @Mixin private final JsonOption json = new JsonOption();

  @Parameters(
      paramLabel = "SOLVER",
      arity = "0..1",
      description = "A solver's file; with --resume the one that the run has kept by default.")
  private @Nullable Path solver;

  @Option(
      names = "--resume",
      paramLabel = "RUN",
      description = "The folder of a run to go on with, from its newest snapshot.")
  private @Nullable Path resumed;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where the run is kept; in a new folder below 'runs' by default.")
  private @Nullable Path out;

  @Option(names = "--quiet", description = "Show no progress, only what came of it.")
  private boolean quiet;

  TrainCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Optional<RunFolder> earlier = Optional.ofNullable(resumed).map(RunFolder::open);
    requireOneBeginning(earlier.isPresent());
    Output output = json.output(surroundings);
    List<Path> places = places(earlier, output);
    LayerCatalogue catalogue = PluginOptions.load(places, output);
    List<PluginRecord> records = PluginRecords.of(catalogue);
    TrainingFiles training = read(earlier, catalogue);
    RunSettings settings = new RunSettings(files.dataFolder(training.net().file()), records);
    try (events;
        Backend backend = backends.open(catalogue, output);
        Training prepared =
            new Training(training, settings, catalogue, backend, events.observers())) {
      Optional<LoadReport> loaded =
          earlier.isPresent() ? Optional.empty() : prepared.loadStartWeights();
      loaded.ifPresent(report -> new LoadText(report).print(output::say));
      RunFolder folder = earlier.orElseGet(() -> folder(training));
      TrainingResult result = train(prepared, folder, earlier.isPresent(), output);
      new TrainingText(result, loaded).print(output);
      writeReport(folder, output);
      return result.interrupted() ? ExitCode.INTERRUPTED : ExitCode.GOOD;
    }
  }

  /** A manifest that can't be read is no reason to lose a training. */
  private List<Path> places(Optional<RunFolder> earlier, Output output) {
    try {
      return earlier.isPresent()
          ? plugins.placesAsIn(Manifest.read(earlier.get().manifest()), surroundings, output)
          : plugins.places(surroundings);
    } catch (DataException damaged) {
      return plugins.places(surroundings);
    }
  }

  /** A page that can't be written is no reason to call a good training bad. */
  private static void writeReport(RunFolder folder, Output output) {
    try {
      Report.of(folder).write(folder.report());
    } catch (UncheckedIOException | RunFolderException e) {
      output.warn("warning: there is no report: " + e.getMessage());
    }
  }

  private void requireOneBeginning(boolean resumes) {
    if (resumes && (out != null || weights.areGiven())) {
      throw new UsageException(
          "--resume goes on in the folder and with the weights of the run: leave "
              + (out != null ? "--out" : "--weights")
              + " out");
    }
    if (out != null && out.toString().isEmpty()) {
      throw new UsageException("--out names no folder");
    }
    if (!resumes && solver == null) {
      throw new MissingParameterException(
          Objects.requireNonNull(command).commandLine(),
          Objects.requireNonNull(command).positionalParameters().get(0),
          "a solver's file is missing; or name a run to go on with: --resume RUN");
    }
  }

  private TrainingFiles read(Optional<RunFolder> earlier, LayerCatalogue catalogue) {
    Path file =
        Optional.ofNullable(solver)
            .or(() -> earlier.map(RunFolder::solver))
            .orElseThrow(() -> new IllegalStateException("neither a solver nor a run"));
    return files.requireTraining(file, List.of(), weights.setting().stream().toList(), catalogue);
  }

  private TrainingResult train(
      Training training, RunFolder folder, boolean resumes, Output output) {
    try (Progress progress = progress(output, training.lastIteration())) {
      return Signals.during(
          () ->
              resumes
                  ? training.resume(folder, progress, output::warn)
                  : training.run(folder, progress),
          signals.actions(training, output));
    } catch (NumbersException e) {
      writeReport(folder, output);
      throw e;
    }
  }

  private RunFolder folder(TrainingFiles defined) {
    return NewRun.folder(Optional.ofNullable(out), defined.solver().name());
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
}
