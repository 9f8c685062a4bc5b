package org.cortado.engine.timing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.cortado.api.Phase;
import org.cortado.engine.timing.TimingComparison.Difference;
import org.junit.jupiter.api.Test;

class TimingComparisonTest {

  private static final Machine MACHINE = new Machine("Zen", 2, "portable", 2, "17");

  private static PassTiming pass(double median) {
    return new PassTiming(
        new Spread(median - 2, median - 1, median, median + 1), new Work(100, 10));
  }

  private static LayerTiming layer(String name, double median) {
    return new LayerTiming(name, "ReLU", pass(median), Optional.of(pass(2 * median)));
  }

  private static TimingReport report(Machine machine, LayerTiming... layers) {
    NetTiming timing =
        new NetTiming(
            "net",
            Phase.TRAIN,
            4,
            new NetTiming.Runs(1, 2),
            List.of(layers),
            pass(10),
            Optional.of(pass(20)),
            pass(30));
    return new TimingReport(machine, new Peak(1, 1), List.of(), timing);
  }

  @Test
  void tellsWhatBecameOfEachLayer() {
    LayerTiming after = layer("a", 15);
    TimingComparison comparison =
        new TimingComparison(report(MACHINE, layer("a", 10)), report(MACHINE, after));
    TimingChange change = comparison.forward(after).orElseThrow();
    assertThat(change.relative()).isEqualTo(0.5);
    assertThat(change.isBeyondSpread()).isTrue();
    assertThat(comparison.backward(after).orElseThrow().relative()).isEqualTo(0.5);
    assertThat(comparison.iteration().relative()).isZero();
    assertThat(comparison.iteration().isBeyondSpread()).isFalse();
    assertThat(comparison.differences()).isEmpty();
  }

  @Test
  void doesNotMakeMuchOfALittle() {
    LayerTiming after = layer("a", 11);
    TimingComparison comparison =
        new TimingComparison(report(MACHINE, layer("a", 10)), report(MACHINE, after));
    assertThat(comparison.forward(after).orElseThrow().isBeyondSpread()).isFalse();
  }

  @Test
  void tellsWhatElseDiffers() {
    Machine other = new Machine("Zen", 2, "onednn", 1, "17");
    TimingComparison comparison =
        new TimingComparison(
            report(MACHINE, layer("a", 10), layer("b", 1)),
            report(other, layer("a", 10), layer("c", 1)));
    assertThat(comparison.differences())
        .containsExactly(
            new Difference("backend", "portable", "onednn"),
            new Difference("threads", "2", "1"),
            new Difference("layers that only one has", "b", "c"));
    assertThat(comparison.forward(layer("c", 1))).isEmpty();
  }

  @Test
  void saysNoneWhereNoLayerIsAlone() {
    TimingComparison comparison =
        new TimingComparison(
            report(MACHINE, layer("a", 10)),
            report(MACHINE, layer("a", 10), layer("b", 1), layer("c", 1)));
    assertThat(comparison.differences())
        .contains(new Difference("layers that only one has", "none", "b, c"));
  }
}
