package org.cortado.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.cortado.api.DataException;
import org.cortado.api.backend.Backend;
import org.cortado.engine.net.NetFactory;
import org.cortado.engine.plugin.LayerCatalogue;
import org.cortado.engine.solver.SchedulePreview;
import org.cortado.engine.solver.TrainingFiles;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cortado lr}. */
@Command(
    name = "lr",
    mixinStandardHelpOptions = true,
    description =
        "Show the learning rate of a training before it begins: the first, the last, and where it"
            + " changes most.",
    footerHeading = "%n",
    footer = {
      "Iterations are counted from 0, as in the solver's file. The net's data tell how many of them"
          + " an epoch is; where they are missing, iterations are all there is."
    })
final class LrCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @Mixin private final FileOptions files = new FileOptions();
  @Mixin private final PluginOptions plugins = new PluginOptions();
  @Mixin private final JsonOption json = new JsonOption();

  @Parameters(paramLabel = "SOLVER", description = "A solver's file.")
  private Path file = Path.of("");

  @Option(
      names = "--plot",
      arity = "0..1",
      paramLabel = "FILE.html",
      fallbackValue = "lr.html",
      parameterConsumer = PageFile.class,
      description = "Draw it on a page, which needs nothing beside it (lr.html if none is named).")
  private @Nullable Path page;

  @Option(
      names = "--every",
      paramLabel = "N",
      description = "Show every so many iterations, wherever the rate changes.")
  private @Nullable Long every;

  LrCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Output output = json.output(surroundings);
    Long asked = every;
    if (asked != null && asked < 1) {
      throw new UsageException("--every must be at least 1, but is " + asked);
    }
    LayerCatalogue catalogue = plugins.load(surroundings, output);
    TrainingFiles training = files.requireTraining(file, catalogue);
    LrText text =
        new LrText(file, preview(training, catalogue, output), Optional.ofNullable(asked));
    Optional.ofNullable(page).ifPresent(text::draw);
    text.print(output, Optional.ofNullable(page));
    return ExitCode.GOOD;
  }

  private SchedulePreview preview(TrainingFiles training, LayerCatalogue catalogue, Output output) {
    try (Backend backend = Backends.openForPlans()) {
      Path data = files.dataFolder(training.net().file());
      return SchedulePreview.of(training, data, new NetFactory(catalogue, backend));
    } catch (DataException missing) {
      SchedulePreview preview = SchedulePreview.without(missing, training);
      output.warn("epochs can't be told: " + missing.getMessage());
      return preview;
    }
  }
}
