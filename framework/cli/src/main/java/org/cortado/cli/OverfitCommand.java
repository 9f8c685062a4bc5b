package org.cortado.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.cortado.api.backend.Backend;
import org.cortado.engine.definition.NetDefinition;
import org.cortado.engine.net.Net;
import org.cortado.engine.net.NetFactory;
import org.cortado.engine.plugin.LayerCatalogue;
import org.cortado.engine.solver.OverfitNet;
import org.cortado.engine.solver.OverfitResult;
import org.cortado.engine.solver.OverfitTrial;
import org.cortado.engine.solver.SolverDefinition;
import org.cortado.engine.solver.TrainingFiles;
import org.cortado.engine.timing.MadeUpInputs;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cortado overfit}. */
@Command(
    name = "overfit",
    mixinStandardHelpOptions = true,
    description =
        "Train on one batch again and again, and say whether the net can learn at all, and which"
            + " layers get no gradient.",
    footerHeading = "%n",
    footer = {
      "A net that can't learn a single batch by heart has something wrong with it; one that can may"
          + " still learn nothing of use.",
      "The batch is the first of the training data. The rule is the solver's at its base_lr, which"
          + " stays; there is no weight decay, and Dropout drops nothing. --set overrules that. An"
          + " iteration shows the batch once, whatever iter_size says.",
      "It ends with 0 as soon as the loss is down to a twentieth, and with 5 if that doesn't happen"
          + " in time."
    })
final class OverfitCommand implements Callable<Integer> {

  private static final List<String> PLAIN = List.of("lr_policy=fixed", "weight_decay=0");

  private final Surroundings surroundings;

  @Mixin private final FileOptions files = new FileOptions();
  @Mixin private final BackendOptions backends = new BackendOptions();
  @Mixin private final PluginOptions plugins = new PluginOptions();
  @Mixin private final JsonOption json = new JsonOption();

  @Parameters(paramLabel = "SOLVER", description = "A solver's file.")
  private Path file = Path.of("");

  @Option(
      names = "--items",
      paramLabel = "N",
      description = "How many items the batch has; as many as the data layer's batch by default.")
  private @Nullable Integer items;

  @Option(
      names = "--iterations",
      paramLabel = "N",
      defaultValue = "10000",
      description = "How often to train on it at most (default: 10000).")
  private int iterations = 10_000;

  @Option(
      names = "--seconds",
      paramLabel = "S",
      defaultValue = "50",
      description = "How long to train at most (default: 50).")
  private double seconds = 50;

  OverfitCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Output output = json.output(surroundings);
    requireSense();
    LayerCatalogue catalogue = plugins.load(surroundings, output);
    TrainingFiles training =
        files.requireTraining(
            file, PLAIN, List.of("max_iter=" + iterations, "iter_size=1"), catalogue);
    SolverDefinition solver = training.solver().definition();
    try (Backend backend = backends.open(catalogue, output);
        Net net = build(training, new NetFactory(catalogue, backend))) {
      Losses.require(net);
      List<String> madeUp = MadeUpInputs.fill(net);
      OverfitResult result = new OverfitTrial(net, solver, backend, System::nanoTime).run(seconds);
      new OverfitText(net.name(), madeUp, result).print(output);
      return result.learned() ? ExitCode.GOOD : ExitCode.NUMBERS;
    }
  }

  private void requireSense() {
    Integer asked = items;
    if (asked != null && asked < 1) {
      throw new UsageException("--items must be at least 1, but is " + asked);
    }
    if (iterations < 1) {
      throw new UsageException("--iterations must be at least 1, but is " + iterations);
    }
    if (!(seconds > 0)) {
      throw new UsageException("--seconds must be above 0, but is " + seconds);
    }
  }

  /** Blobs don't share memory, so that it can be seen what each layer gives. */
  private Net build(TrainingFiles training, NetFactory factory) {
    Integer asked = items;
    OptionalInt batch = asked == null ? OptionalInt.empty() : OptionalInt.of(asked);
    NetDefinition net = OverfitNet.of(training.net(), batch);
    return factory.build(net, training.solver().learning(files.dataFolder(net.file())));
  }
}
