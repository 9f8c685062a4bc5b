package org.cortado.engine.timing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import org.cortado.api.Phase;
import org.cortado.api.backend.Backend;
import org.cortado.engine.definition.NetDefinition;
import org.cortado.engine.definition.Problems;
import org.cortado.engine.language.NetFile;
import org.cortado.engine.language.NetOverrides;
import org.cortado.engine.net.Net;
import org.cortado.engine.net.NetFactory;
import org.cortado.engine.net.NetSettings;
import org.cortado.engine.plugin.LayerCatalogue;
import org.cortado.engine.portable.PortableBackendFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NetTimerTest {

  private static final String NET =
      """
      name: line
      layers:
        - {name: cases, type: Cases, top: [x, t, number], options: {count: 10, batch_size: 4}}
        - {name: line, type: Line, bottom: x}
        - {name: loss, type: SquaredError, bottom: [line, t]}
      """;

  private static final long MICROSECOND = 1000;
  private static final long SECOND = 1_000_000_000;
  private static final Budget PLAIN = new Budget(OptionalInt.empty(), OptionalInt.empty());

  @TempDir private Path folder;
  private final Backend backend = new PortableBackendFactory().create(1);

  @AfterEach
  void closeBackend() {
    backend.close();
  }

  private NetTiming time(Phase phase, long step, Budget budget) throws IOException {
    return time(phase, new Clock(step), budget);
  }

  private NetTiming time(Phase phase, Clock clock, Budget budget) throws IOException {
    Path file = Files.writeString(folder.resolve("net.yaml"), NET);
    NetDefinition definition =
        NetFile.read(file, NetOverrides.none(), new Problems()).orElseThrow().net();
    NetSettings settings = NetSettings.of(phase, 1, folder).sharingMemory();
    try (Net net = new NetFactory(LayerCatalogue.load(), backend).build(definition, settings)) {
      return new NetTimer(net, clock).time(budget);
    }
  }

  private static Budget budget(int warmup, int iterations) {
    return new Budget(OptionalInt.of(warmup), OptionalInt.of(iterations));
  }

  @Test
  void timesEachPassOfEachLayer() throws IOException {
    NetTiming timing = time(Phase.TRAIN, MICROSECOND, budget(1, 4));
    assertThat(timing.layers())
        .extracting(LayerTiming::name)
        .containsExactly("cases", "line", "loss");
    assertThat(timing.layers())
        .allSatisfy(
            layer -> assertThat(layer.forward().seconds().median()).isEqualTo(1e-6, within(1e-12)));
    assertThat(timing.layers())
        .extracting(LayerTiming::backward)
        .extracting(Optional::isPresent)
        .containsExactly(false, true, true);
    assertThat(timing.sumOfLayers()).isEqualTo(5e-6, within(1e-12));
  }

  /** The clock is looked at twice for each sweep, and twice for both together. */
  @Test
  void timesWholeSweeps() throws IOException {
    NetTiming timing = time(Phase.TRAIN, MICROSECOND, budget(0, 2));
    assertThat(timing.forward().seconds().median()).isEqualTo(1e-6, within(1e-12));
    assertThat(timing.backward().orElseThrow().seconds().median()).isEqualTo(1e-6, within(1e-12));
    assertThat(timing.iteration().seconds().median()).isEqualTo(5e-6, within(1e-12));
    assertThat(timing.items()).isEqualTo(4);
    assertThat(timing.itemsPerSecond()).isEqualTo(4 / 5e-6, within(1e-3));
  }

  @Test
  void addsUpTheWorkOfLayers() throws IOException {
    NetTiming timing = time(Phase.TRAIN, MICROSECOND, budget(0, 1));
    double forward =
        timing.layers().stream().mapToDouble(layer -> layer.forward().work().bytes()).sum();
    double backward =
        timing.layers().stream()
            .flatMap(layer -> layer.backward().stream())
            .mapToDouble(pass -> pass.work().bytes())
            .sum();
    assertThat(forward).isPositive().isEqualTo(timing.forward().work().bytes());
    assertThat(backward).isEqualTo(timing.backward().orElseThrow().work().bytes());
    assertThat(timing.iteration().work().bytes()).isEqualTo(forward + backward);
  }

  @Test
  void runsForwardAloneInTheTestPhase() throws IOException {
    NetTiming timing = time(Phase.TEST, MICROSECOND, budget(3, 6));
    assertThat(timing.backward()).isEmpty();
    assertThat(timing.layers()).allSatisfy(layer -> assertThat(layer.backward()).isEmpty());
    assertThat(timing.items()).as("the last batch of a round has two").isEqualTo(4);
  }

  @Test
  void runsAsOftenAsItIsAskedTo() throws IOException {
    assertThat(time(Phase.TRAIN, MICROSECOND, budget(2, 7)).runs())
        .isEqualTo(new NetTiming.Runs(2, 7));
    assertThat(time(Phase.TRAIN, SECOND, budget(2, 7)).runs()).isEqualTo(new NetTiming.Runs(2, 7));
  }

  @Test
  void endsByNumberWhereTheNetIsFastAndByTimeWhereItIsSlow() throws IOException {
    assertThat(time(Phase.TRAIN, MICROSECOND, PLAIN).runs()).isEqualTo(new NetTiming.Runs(10, 50));
    assertThat(time(Phase.TRAIN, SECOND, PLAIN).runs()).isEqualTo(new NetTiming.Runs(1, 3));
  }

  @Test
  void doesNotMeasureTheWarmup() throws IOException {
    NetTiming timing = time(Phase.TRAIN, new Clock(MICROSECOND, 40), budget(9, 3));
    double slowest = timing.iteration().seconds().upperQuartile();
    assertThat(slowest).isEqualTo(5e-6, within(1e-12));
    assertThat(timing.sumOfLayers()).isEqualTo(5e-6, within(1e-12));
    NetTiming cold = time(Phase.TRAIN, new Clock(MICROSECOND, 40), budget(0, 3));
    assertThat(cold.iteration().seconds().upperQuartile()).isGreaterThan(1);
  }
}
