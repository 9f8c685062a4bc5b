package org.cortado.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.cortado.api.Phase;
import org.cortado.api.backend.Backend;
import org.cortado.engine.net.Net;
import org.cortado.engine.net.NetFactory;
import org.cortado.engine.plugin.LayerCatalogue;
import org.cortado.engine.solver.TestResult;
import org.cortado.engine.solver.Tester;
import org.cortado.engine.solver.Weights;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cortado test}. */
@Command(
    name = "test",
    mixinStandardHelpOptions = true,
    description = "Show a net each item of its test set once, and average what it puts out.")
final class TestCommand implements Callable<Integer> {

  private static final double NANOS = 1e-9;

  private final Surroundings surroundings;

  @Mixin private final FileOptions files = new FileOptions();
  @Mixin private final BackendOptions backends = new BackendOptions();
  @Mixin private final PluginOptions plugins = new PluginOptions();
  @Mixin private final JsonOption json = new JsonOption();

  @Parameters(paramLabel = "FILE", description = "A net's or a solver's file.")
  private Path file = Path.of("");

  @Option(
      names = "--weights",
      paramLabel = "FILE",
      description = "Trained weights; those that training begins with by default.")
  private @Nullable Path weights;

  @Option(
      names = "--passes",
      paramLabel = "N",
      description = "How many passes to run where no data layer tells (default: 1).")
  private @Nullable Long passes;

  TestCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Output output = json.output(surroundings);
    Optional.ofNullable(passes).ifPresent(TestCommand::requirePositive);
    LayerCatalogue catalogue = plugins.load(surroundings, output);
    NetSource source = files.require(file, catalogue);
    try (Backend backend = backends.open(catalogue, output);
        Net net =
            new NetFactory(catalogue, backend)
                .build(source.net(), source.settings(Phase.TEST).sharingMemory())) {
      Optional.ofNullable(weights).ifPresent(trained -> Weights.load(net, source.net(), trained));
      long start = System.nanoTime();
      TestResult result = tester(net).run();
      new TestText(result).print(output, (System.nanoTime() - start) * NANOS);
    }
    return ExitCode.GOOD;
  }

  private static void requirePositive(long passes) {
    if (passes < 1) {
      throw new UsageException("--passes must be at least 1, but is " + passes);
    }
  }

  private Tester tester(Net net) {
    Optional<Long> asked = Optional.ofNullable(passes);
    Optional<Tester> ofAllItems = Tester.ofAllItems(net);
    if (ofAllItems.isPresent() && asked.isPresent()) {
      throw new UsageException(
          "--passes is for nets without a data layer; a test of net '"
              + net.name()
              + "' ends when each item was shown once");
    }
    return ofAllItems.orElseGet(() -> Tester.ofPasses(net, asked.orElse(1L)));
  }
}
