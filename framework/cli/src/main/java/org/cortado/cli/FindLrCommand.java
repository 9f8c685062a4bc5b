package org.cortado.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.cortado.api.backend.Backend;
import org.cortado.engine.net.Net;
import org.cortado.engine.net.NetFactory;
import org.cortado.engine.plugin.LayerCatalogue;
import org.cortado.engine.solver.RangeTest;
import org.cortado.engine.solver.SolverDefinition;
import org.cortado.engine.solver.TrainingFiles;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cortado find-lr}. */
@Command(
    name = "find-lr",
    mixinStandardHelpOptions = true,
    description = {
      "Find out which learning rates suit a net: train while the rate rises from far too low to far"
          + " too high, and look at the loss (Smith's range test)."
    },
    footerHeading = "%n",
    footer = {
      "The solver's rule, momentum and decay stay as they are; its base_lr and its lr_policy are"
          + " the test's. Nothing is kept, and no file is changed.",
      "It ends early, and well, where the loss rises above four times its lowest or is no number"
          + " any more; with 5 if the very first loss is none."
    })
final class FindLrCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @Mixin private final FileOptions files = new FileOptions();
  @Mixin private final BackendOptions backends = new BackendOptions();
  @Mixin private final PluginOptions plugins = new PluginOptions();
  @Mixin private final JsonOption json = new JsonOption();

  @Parameters(paramLabel = "SOLVER", description = "A solver's file.")
  private Path file = Path.of("");

  @Option(
      names = "--from",
      paramLabel = "RATE",
      defaultValue = "1e-7",
      description = "The first rate (default: ${DEFAULT-VALUE}).")
  private double from;

  @Option(
      names = "--to",
      paramLabel = "RATE",
      defaultValue = "10",
      description = "The last rate (default: ${DEFAULT-VALUE}).")
  private double to;

  @Option(
      names = "--iterations",
      paramLabel = "N",
      defaultValue = "100",
      description = "How many rates to try, one in each iteration (default: ${DEFAULT-VALUE}).")
  private int iterations;

  @Option(
      names = "--plot",
      arity = "0..1",
      paramLabel = "FILE.html",
      fallbackValue = "find-lr.html",
      parameterConsumer = PageFile.class,
      description =
          "Draw it on a page, which needs nothing beside it (find-lr.html if none is named).")
  private @Nullable Path page;

  FindLrCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Output output = json.output(surroundings);
    requireSense();
    RangeTest test = new RangeTest(from, to, iterations);
    LayerCatalogue catalogue = plugins.load(surroundings, output);
    TrainingFiles training = files.requireTraining(file, List.of(), test.settings(), catalogue);
    SolverDefinition solver = training.solver().definition();
    try (Backend backend = backends.open(catalogue, output);
        Net net = build(training, new NetFactory(catalogue, backend))) {
      Losses.require(net);
      FindLrText text = new FindLrText(file, net.name(), test, test.run(net, solver, backend));
      Optional.ofNullable(page).ifPresent(text::draw);
      text.print(output, Optional.ofNullable(page));
    }
    return ExitCode.GOOD;
  }

  private void requireSense() {
    if (!(from > 0)) {
      throw new UsageException("--from must be above 0, but is " + from);
    }
    if (!(to > from && Double.isFinite(to))) {
      throw new UsageException("--to must be above --from, %s, but is %s".formatted(from, to));
    }
    if (iterations < 2) {
      throw new UsageException("--iterations must be at least 2, but is " + iterations);
    }
  }

  private Net build(TrainingFiles training, NetFactory factory) {
    Path data = files.dataFolder(training.net().file());
    return factory.build(training.net(), training.solver().learning(data).sharingMemory());
  }
}
