package org.cortado.engine.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import org.cortado.api.DataException;
import org.cortado.api.NumbersException;
import org.cortado.api.Phase;
import org.cortado.engine.net.Net;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TesterTest {

  @TempDir Path folder;
  private Bench bench;

  @BeforeEach
  void makeBench() {
    bench = new Bench(folder);
  }

  /** Batches of 3, 4 and 9 items leave a short one of 1, 2 and 1. */
  @ParameterizedTest
  @ValueSource(ints = {1, 3, 4, 9, 10, 11})
  void showsEachItemOnceHoweverTheyFallIntoBatches(int batchSize) {
    bench.net(Bench.NET.replace("batch_size: 4", "batch_size: " + batchSize));
    try (Net net = bench.build(Phase.TEST)) {
      TestResult result = Tester.ofAllItems(net).orElseThrow().run();
      assertThat(result.items()).isEqualTo(10);
      assertThat(result.loss()).isCloseTo(lossByHand(net), within(1e-6));
      assertThat(result.outputs().get("loss")).isCloseTo(result.loss(), within(1e-7));
    }
  }

  private static double lossByHand(Net net) {
    float[] w = Bench.values(net.parameters().get(0));
    double sum = 0;
    for (int item = 0; item < 10; item++) {
      double y = Bench.values(net.parameters().get(1))[0];
      for (int j = 0; j < w.length; j++) {
        y += w[j] * CasesLayer.input(item, j);
      }
      sum += (y - CasesLayer.target(item)) * (y - CasesLayer.target(item));
    }
    return sum / 20;
  }

  @Test
  void averagesOnlyWhatIsASingleNumberInEveryBatch() {
    bench.net(Bench.NET.replace("batch_size: 4", "batch_size: 9"));
    try (Net net = bench.build(Phase.TEST)) {
      assertThat(net.outputs()).containsOnlyKeys("number", "loss");
      assertThat(Tester.ofAllItems(net).orElseThrow().run().outputs()).containsOnlyKeys("loss");
    }
  }

  @Test
  void saysTheSameTwice() {
    try (Net net = bench.build(Phase.TEST)) {
      Tester tester = Tester.ofAllItems(net).orElseThrow();
      assertThat(tester.run()).isEqualTo(tester.run());
    }
  }

  @Test
  void changesNothingOfTheTraining() {
    try (Net net = bench.build(Phase.TRAIN);
        Net test = bench.buildTest(net)) {
      net.forward();
      net.backward();
      float[] weights = Bench.values(net.parameters().get(0));
      float gradient = net.parameters().get(0).blob().diff().read().get(0);
      Tester.ofAllItems(test).orElseThrow().run();
      assertThat(Bench.values(net.parameters().get(0))).containsExactly(weights);
      assertThat(net.parameters().get(0).blob().diff().read().get(0)).isEqualTo(gradient);
      net.forward();
      assertThat(Bench.values(net.blob("number"))).containsExactly(4, 5, 6, 7);
    }
  }

  @Test
  void testsTheWeightsThatAreBeingTrained() {
    try (Net net = bench.build(Phase.TRAIN);
        Net test = bench.buildTest(net)) {
      Tester tester = Tester.ofAllItems(test).orElseThrow();
      net.parameters().get(1).blob().data().update().put(0, 100);
      assertThat(tester.run().loss()).isCloseTo(lossByHand(net), within(1e-2));
    }
  }

  @Test
  void runsANetWithoutDataLayersSoManyTimes() {
    bench.net(
        Bench.NET
            .replace("type: Cases", "type: FixedCases")
            .replaceAll(", options: .*\\}\\}", "}"));
    try (Net net = bench.build(Phase.TEST)) {
      assertThat(Tester.ofAllItems(net)).isEmpty();
      net.forward();
      TestResult result = Tester.ofPasses(net, 3).run();
      assertThat(result.items()).isEqualTo(3);
      assertThat(result.loss()).isCloseTo(net.loss(), within(1e-12));
    }
  }

  @Test
  void leavesTheCountingToDataLayers() {
    try (Net net = bench.build(Phase.TEST)) {
      assertThatThrownBy(() -> Tester.ofPasses(net, 3))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void refusesDataLayersThatDisagree() {
    bench.net(Bench.NET + more("options: {count: 9, batch_size: 4}"));
    try (Net net = bench.build(Phase.TEST)) {
      assertThatThrownBy(() -> Tester.ofAllItems(net))
          .isInstanceOf(DataException.class)
          .hasMessage(
              "a test shows each item once, but layer 'cases' has 10 items and layer 'more' has 9"
                  + " items");
    }
  }

  @Test
  void refusesBatchesThatDisagree() {
    bench.net(Bench.NET + more("options: {count: 10, batch_size: 5}"));
    try (Net net = bench.build(Phase.TEST)) {
      Tester tester = Tester.ofAllItems(net).orElseThrow();
      assertThatThrownBy(tester::run)
          .isInstanceOf(DataException.class)
          .hasMessage("layer 'more' gave a batch of 5 items where 'cases' gave one of 4");
    }
  }

  private static String more(String options) {
    return "  - {name: more, type: Cases, top: [x2, t2, number2], " + options + "}\n";
  }

  @Test
  void namesTheLayerWhoseNumbersAreNone() {
    try (Net net = bench.build(Phase.TEST)) {
      net.parameters().get(1).blob().data().update().put(0, Float.NaN);
      Tester tester = Tester.ofAllItems(net).orElseThrow();
      assertThatThrownBy(tester::run)
          .isInstanceOf(NumbersException.class)
          .hasMessage(
              "pass 1 of the test: the loss is NaN; the first blob that isn't finite is 'line' of"
                  + " layer 'line' (Line): its data is NaN at [0] of [4]; 4 of 4 aren't finite; it"
                  + " was made of these: data of 'x' is finite, from -1 to 1; data of 'line.0' is"
                  + " finite, from -0.1762 to 1.071; data of 'line.1' is not: NaN at [0] of [1], 1"
                  + " of 1 isn't finite");
    }
  }

  @Test
  void namesAnOutputThatIsNoLossAndNoNumber() {
    bench.net(
        Bench.NET
            .replace("type: Cases", "type: FixedCases")
            .replaceAll(", options: .*\\}\\}", "}")
            .replace("bottom: [line, t]", "bottom: [line, t], loss_weight: 0"));
    try (Net net = bench.build(Phase.TEST)) {
      net.parameters().get(1).blob().data().update().put(0, Float.POSITIVE_INFINITY);
      Tester tester = Tester.ofPasses(net, 2);
      assertThatThrownBy(tester::run)
          .isInstanceOf(NumbersException.class)
          .hasMessageStartingWith("pass 1 of the test: output 'loss' is Infinity; the first blob");
    }
  }

  @Test
  void refusesAnEmptySet() {
    bench.net(Bench.NET.replace("count: 10", "count: 0"));
    try (Net net = bench.build(Phase.TEST)) {
      assertThatThrownBy(() -> Tester.ofAllItems(net))
          .isInstanceOf(DataException.class)
          .hasMessage("there is nothing to test with: layer 'cases' has 0 items");
    }
  }

  @Test
  void refusesADataLayerThatGoesOnBeyondTheEnd() {
    bench.net(Bench.NET.replace("batch_size: 4", "batch_size: 4, overshoot: true"));
    try (Net net = bench.build(Phase.TEST)) {
      Tester tester = Tester.ofAllItems(net).orElseThrow();
      assertThatThrownBy(tester::run)
          .isInstanceOf(DataException.class)
          .hasMessage("a test showed 12 items of 10: the last batch must end with the set");
    }
  }

  private void addMetric(String worth) {
    bench.net(
        Bench.NET
            + "  - {name: curious, type: 'test:Curious', bottom: t, options: {worth: "
            + worth
            + "}}\n");
  }

  @Test
  void forgivesAMetricThatABatchHasNoValueOfIt() {
    addMetric("2");
    try (Net net = bench.build(Phase.TEST)) {
      assertThat(Tester.ofAllItems(net).orElseThrow().run().outputs())
          .containsEntry("curious", 6.0);
    }
  }

  @Test
  void refusesAMetricWhoseValueIsNoNumber() {
    addMetric("3e38");
    try (Net net = bench.build(Phase.TEST)) {
      Tester tester = Tester.ofAllItems(net).orElseThrow();
      assertThatThrownBy(tester::run)
          .isInstanceOf(NumbersException.class)
          .hasMessage("layer 'curious' (test:Curious): output 'curious' of the test is Infinity");
    }
  }

  @Test
  void hasAMetricForgetBeforeEachIterationOfATraining() {
    addMetric("1");
    try (Net net = bench.build(Phase.TRAIN);
        Solver solver =
            new Solver(
                net, bench.definition("max_iter=3"), bench.backend, new SolverListener() {})) {
      solver.run();
      assertThat(((CuriousLayer) net.layer("curious").layer()).value(0)).isEqualTo(1);
    }
  }
}
