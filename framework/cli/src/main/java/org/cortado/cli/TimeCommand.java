package org.cortado.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.cortado.api.DataException;
import org.cortado.api.backend.Backend;
import org.cortado.api.blob.Shape;
import org.cortado.engine.definition.BlobName;
import org.cortado.engine.definition.NetDefinition;
import org.cortado.engine.net.Net;
import org.cortado.engine.net.NetFactory;
import org.cortado.engine.net.NetSettings;
import org.cortado.engine.plugin.LayerCatalogue;
import org.cortado.engine.timing.Budget;
import org.cortado.engine.timing.Machine;
import org.cortado.engine.timing.MadeUpInputs;
import org.cortado.engine.timing.NetTimer;
import org.cortado.engine.timing.NetTiming;
import org.cortado.engine.timing.Peak;
import org.cortado.engine.timing.PeakMeter;
import org.cortado.engine.timing.ShapedInputs;
import org.cortado.engine.timing.TimingComparison;
import org.cortado.engine.timing.TimingReport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cortado time}. */
@Command(
    name = "time",
    mixinStandardHelpOptions = true,
    description =
        "Measure how long each layer of a net takes, forward and backward, and how near that is to"
            + " the machine's best.",
    footerHeading = "%n",
    footer = {
      "Layers run one by one, whole sweeps in turn with them; blobs share memory as in a training."
          + " There is no backward pass in the test phase.",
      "QUARTILES are what the middle half of the times lie between; TIME is the part of the layers'"
          + " medians together.",
      "GFLOP/S counts the multiply-adds of 'summary' as two each; backward has as many for each"
          + " gradient of a product, that by the parameters and that by the bottoms.",
      "GB/S counts each tensor that a pass needs once; what a layer keeps for itself isn't seen.",
      "OF PEAK is the least time that the work could take over the time it took: by the rate of a"
          + " 1024x1024 matrix product (compute) or of a copy of 64 MiB (memory), both measured"
          + " before and after, whichever takes longer. Blobs that stay in the caches, and"
          + " convolutions that are no plain products, may come above 100 %%.",
      "For --compare keep an earlier result: cortado time FILE --json > before.json"
    })
final class TimeCommand implements Callable<Integer> {

  /** In which order layers are printed. */
  enum Order {
    /** As they run. */
    NET,
    /** Those that take longest first. */
    TIME
  }

  private final Surroundings surroundings;

  @Mixin private final FileOptions files = new FileOptions();
  @Mixin private final BackendOptions backends = new BackendOptions();
  @Mixin private final PluginOptions plugins = new PluginOptions();
  @Mixin private final PhaseOption phase = new PhaseOption();
  @Mixin private final ShapeOptions shapes = new ShapeOptions();
  @Mixin private final JsonOption json = new JsonOption();

  @Parameters(paramLabel = "FILE", description = "A net's or a solver's file.")
  private Path file = Path.of("");

  @Option(
      names = "--iterations",
      paramLabel = "N",
      description = "How often to measure; 50 times or about ten seconds by default.")
  private @Nullable Integer iterations;

  @Option(
      names = "--warmup",
      paramLabel = "N",
      description = "How often to run before that; 10 times or two seconds by default.")
  private @Nullable Integer warmup;

  @Option(
      names = "--by",
      paramLabel = "net|time",
      defaultValue = "net",
      description = "Print layers in the order of the net, or the slowest first (default: net).")
  private Order order = Order.NET;

  @Option(
      names = "--compare",
      paramLabel = "FILE",
      description = "An earlier result in JSON, to say what became of each layer since.")
  private @Nullable Path earlier;

  TimeCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Output output = json.output(surroundings);
    Budget budget =
        new Budget(atLeast(0, "--warmup", warmup), atLeast(1, "--iterations", iterations));
    Optional<TimingReport> before = Optional.ofNullable(earlier).map(TimeFile::read);
    LayerCatalogue catalogue = plugins.load(surroundings, output);
    NetSource source = files.require(file, catalogue);
    TimingReport report = measure(source, catalogue, budget, output);
    Optional<TimingComparison> comparison = before.map(then -> new TimingComparison(then, report));
    if (output.isJson()) {
      output.json(new TimeObject(report, comparison).object());
    } else {
      new TimeText(report, comparison, order).print(output::say);
    }
    return ExitCode.GOOD;
  }

  private static OptionalInt atLeast(int least, String option, @Nullable Integer asked) {
    if (asked == null) {
      return OptionalInt.empty();
    }
    if (asked < least) {
      throw new UsageException(option + " must be at least " + least + ", but is " + asked);
    }
    return OptionalInt.of(asked);
  }

  private TimingReport measure(
      NetSource source, LayerCatalogue catalogue, Budget budget, Output output) {
    try (Backend backend = backends.open(catalogue, output);
        Net net = build(source, new NetFactory(catalogue, backend))) {
      List<String> madeUp = MadeUpInputs.fill(net);
      PeakMeter meter = new PeakMeter(backend, System::nanoTime);
      Peak before = meter.measure();
      NetTiming timing = new NetTimer(net, System::nanoTime).time(budget);
      return new TimingReport(Machine.with(backend), before.or(meter.measure()), madeUp, timing);
    }
  }

  private Net build(NetSource source, NetFactory factory) {
    NetSettings settings = source.settings(phase.phase()).sharingMemory();
    Map<String, Shape> given = shapes.shapes();
    shapes.require(source.net(), settings.state());
    NetDefinition net = ShapedInputs.replace(source.net(), given);
    try {
      return factory.build(net, settings.withInputs(given));
    } catch (DataException e) {
      throw new DataException(e.getMessage() + "\n" + hint(net, settings), e);
    }
  }

  private static String hint(NetDefinition net, NetSettings settings) {
    List<String> inputs =
        net.layers().stream()
            .filter(layer -> layer.isIn(settings.state()) && layer.bottoms().isEmpty())
            .flatMap(layer -> layer.tops().stream().map(BlobName::name))
            .toList();
    return "to time the net without its data, say how large they are: " + ShapeOptions.hint(inputs);
  }
}
