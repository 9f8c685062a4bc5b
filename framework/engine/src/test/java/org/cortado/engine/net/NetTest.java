package org.cortado.engine.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.Set;
import org.cortado.api.Phase;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Shape;
import org.cortado.engine.definition.DefinitionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NetTest {

  private static final List<String> FORKED =
      List.of(
          "name: x, type: Source, options: {value: 3}",
          "name: w, type: Weigh, bottom: x, options: {filler: {type: uniform}}",
          "name: a, type: Square, bottom: w",
          "name: b, type: Times, bottom: w, options: {factor: 0.1}",
          "name: c, type: Times, bottom: w, options: {factor: 0.3}",
          "name: sum, type: Plus, bottom: [a, b, c]",
          "name: loss, type: Total, bottom: sum");

  @TempDir Path folder;

  @Test
  void runsForwardAndBackwardThroughAFork() {
    try (Net net =
        NetLines.of(
                folder,
                "name: x, type: Source, options: {value: 3}",
                "name: w, type: Weigh, bottom: x",
                "name: square, type: Square, bottom: w",
                "name: twice, type: Times, bottom: w, options: {factor: 2}",
                "name: sum, type: Plus, bottom: [square, twice]",
                "name: loss, type: Total, bottom: sum")
            .build()) {
      net.forward();
      net.clearParameterDiffs();
      net.backward();
      assertThat(net.loss()).isEqualTo(2 * (9 + 6));
      assertThat(NetLines.values(net.blob("w").diff())).containsExactly(8, 8);
      assertThat(NetLines.values(net.parameters().get(0).blob().diff())).containsExactly(24, 24);
    }
  }

  @Test
  void addsToTheDiffsOfParametersUntilTheyAreCleared() {
    try (Net net = NetLines.of(folder, FORKED).build()) {
      net.forward();
      net.backward();
      float once = NetLines.values(net.parameters().get(0).blob().diff())[0];
      net.backward();
      assertThat(NetLines.values(net.parameters().get(0).blob().diff())[0]).isEqualTo(2 * once);
      net.clearParameterDiffs();
      assertThat(NetLines.values(net.parameters().get(0).blob().diff())[0]).isZero();
    }
  }

  @Test
  void doesNotDependOnTheOrderOfTheFile() {
    Run reference = run(FORKED);
    Random random = new Random(7);
    for (int i = 0; i < 20; i++) {
      List<String> shuffled = new ArrayList<>(FORKED);
      Collections.shuffle(shuffled, random);
      assertThat(run(shuffled)).as("%s", shuffled).isEqualTo(reference);
    }
  }

  private record Run(List<String> order, double loss, List<Float> gradient) {}

  private Run run(List<String> layers) {
    try (Net net = NetLines.of(folder, layers).build()) {
      net.forward();
      net.backward();
      List<Float> gradient = new ArrayList<>();
      for (float value : NetLines.values(net.parameters().get(0).blob().diff())) {
        gradient.add(value);
      }
      return new Run(net.layers().stream().map(NetLayer::name).toList(), net.loss(), gradient);
    }
  }

  @Test
  void runsNoGradientWhereNothingLearns() {
    try (Net net =
        NetLines.of(
                folder,
                "name: x, type: Source",
                "name: fixed, type: Times, bottom: x, options: {factor: 2}",
                "name: w, type: Weigh, bottom: fixed",
                "name: aside, type: Weigh, bottom: fixed",
                "name: loss, type: Total, bottom: w")
            .build()) {
      assertThat(net.layer("loss").runsBackward()).isTrue();
      assertThat(net.layer("w").runsBackward()).isTrue();
      assertThat(net.layer("w").propagateDown()).containsExactly(false);
      assertThat(net.layer("fixed").runsBackward()).isFalse();
      assertThat(net.layer("aside").runsBackward()).isFalse();
    }
  }

  @Test
  void aLayerWhoseParametersDoNotLearnIsPassedThrough() {
    try (Net net =
        NetLines.of(
                folder,
                "name: x, type: Source",
                "name: low, type: Weigh, bottom: x, params: [{lr_mult: 0}]",
                "name: high, type: Weigh, bottom: low",
                "name: loss, type: Total, bottom: high")
            .build()) {
      assertThat(net.layer("low").runsBackward()).isFalse();
      assertThat(net.layer("high").propagateDown()).containsExactly(false);
    }
  }

  @Test
  void propagateDownCutsAndForces() {
    try (Net net =
        NetLines.of(
                folder,
                "name: x, type: Source",
                "name: low, type: Weigh, bottom: x, propagate_down: true",
                "name: high, type: Weigh, bottom: low, propagate_down: false",
                "name: loss, type: Total, bottom: high")
            .build()) {
      assertThat(net.layer("high").propagateDown()).containsExactly(false);
      assertThat(net.layer("low").runsBackward()).isFalse();
    }
    try (Net net =
        NetLines.of(
                folder,
                "name: x, type: Source",
                "name: w, type: Weigh, bottom: x, propagate_down: true",
                "name: loss, type: Total, bottom: w")
            .build()) {
      assertThat(net.layer("w").propagateDown()).containsExactly(true);
    }
  }

  @Test
  void gradientsFromABlobThatTheCallerSeedsRunDownToTheInputs() {
    NetSettings settings =
        NetSettings.of(Phase.TEST, 1, folder).withGradientsFrom(Set.of("square"));
    try (Net net =
        NetLines.of(
                folder,
                "name: x, type: Source, options: {value: 5}",
                "name: square, type: Square, bottom: x")
            .build(settings)) {
      net.forward();
      net.blob("square").diff().write().put(0, 1).put(1, 10);
      net.backward();
      assertThat(NetLines.values(net.blob("x").diff())).containsExactly(10, 100);
    }
  }

  @Test
  void lossWeightsScaleLossAndGradientAndCountAsAConsumer() {
    try (Net net =
        NetLines.of(
                folder,
                "name: x, type: Source, options: {value: 2}",
                "name: w, type: Weigh, bottom: x, loss_weight: 0.5",
                "name: loss, type: Total, bottom: w, loss_weight: 3")
            .build()) {
      net.forward();
      net.backward();
      assertThat(net.loss()).isEqualTo(0.5 * 4 + 3 * 4);
      assertThat(NetLines.values(net.blob("w").diff())).containsExactly(3.5f, 3.5f);
    }
  }

  @Test
  void aTopThatGetsNoGradientCountsAsZero() {
    try (Net net =
        NetLines.of(
                folder,
                "name: x, type: Source, options: {value: 2}",
                "name: w, type: Weigh, bottom: x",
                "name: dead, type: Times, bottom: w, options: {factor: 9}",
                "name: loss, type: Total, bottom: w")
            .build()) {
      net.forward();
      net.backward();
      assertThat(NetLines.values(net.blob("w").diff())).containsExactly(1, 1);
      assertThat(net.outputs()).containsOnlyKeys("dead", "loss");
    }
  }

  @Test
  void worksInPlaceWhereTheFileSaysSo() {
    try (Net net =
        NetLines.of(
                folder,
                "name: x, type: Source, options: {value: 2}",
                "name: w, type: Weigh, bottom: x",
                "name: twice, type: Times, bottom: w, top: w, options: {factor: 2}",
                "name: thrice, type: Times, bottom: w, top: w, options: {factor: 3}",
                "name: loss, type: Total, bottom: w")
            .build()) {
      net.forward();
      net.backward();
      assertThat(net.layer("twice").tops().get(0)).isSameAs(net.layer("w").tops().get(0));
      assertThat(net.loss()).isEqualTo(2 * 12);
      assertThat(NetLines.values(net.parameters().get(0).blob().diff())).containsExactly(12, 12);
    }
  }

  @Test
  void refusesToRunBackwardWhatWorksInPlaceForwardOnly() {
    NetLines file =
        NetLines.of(
            folder,
            "name: x, type: Source, options: {value: 2}",
            "name: w, type: Weigh, bottom: x, top: x, options: {filler: {type: constant, value:"
                + " 3}}",
            "name: loss, type: Total, bottom: x");
    NetSettings tested = NetSettings.of(Phase.TEST, 1, folder);

    try (Net net = file.build(tested)) {
      net.forward();
      assertThat(net.loss()).isEqualTo(2 * 6);
      assertThatThrownBy(net::backward)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageEndingWith(
              "layer 'w' (Weigh): works in place, so the net must be built for gradients");
    }
    assertThatThrownBy(() -> file.build(tested.withGradientsFrom(Set.of())))
        .hasMessageContaining("can't work in place on 'x': its gradient needs");
  }

  @Test
  void aLayerWithoutTopsGetsNone() {
    try (Net net =
        NetLines.of(folder, "name: x, type: Source", "name: sink, type: Sink, bottom: x").build()) {
      net.forward();
      assertThat(net.layer("sink").tops()).isEmpty();
      assertThat(net.outputs()).isEmpty();
    }
  }

  @Test
  void aStatisticIsKeptButNotLearned() {
    try (Net net =
        NetLines.of(
                folder,
                "name: x, type: Source",
                "name: count, type: Count, bottom: x, top: [y, n]",
                "name: loss, type: Total, bottom: y")
            .build()) {
      net.forward();
      net.forward();
      Parameter statistic = net.parameters().get(0);
      assertThat(NetLines.values(statistic.blob().data())).containsExactly(2);
      assertThat(statistic.lrMult()).isZero();
      assertThat(net.layer("count").runsBackward()).isFalse();
    }
  }

  @Test
  void aTopThatTakesNoGradientAsksForNone() {
    try (Net net =
        NetLines.of(
                folder,
                "name: x, type: Source, options: {shape: []}",
                "name: w, type: Weigh, bottom: x",
                "name: count, type: Count, bottom: w, top: [y, n]",
                "name: square, type: Square, bottom: n",
                "name: sum, type: Plus, bottom: [square, y]",
                "name: loss, type: Total, bottom: sum")
            .build()) {
      assertThat(net.layer("square").runsBackward()).isFalse();
      assertThat(net.layer("count").runsBackward()).isTrue();
    }
  }

  @Test
  void aReaderBeforeAnInPlaceLayerSeesTheOldValues() {
    try (Net net =
        NetLines.of(
                folder,
                "name: x, type: Source, options: {value: 2}",
                "name: zz-early, type: Times, bottom: x, options: {factor: 1}",
                "name: a-change, type: Times, bottom: x, top: x, options: {factor: 10}",
                "name: late, type: Times, bottom: x, options: {factor: 1}")
            .build()) {
      net.forward();
      assertThat(NetLines.values(net.blob("zz-early").data())).containsExactly(2, 2);
      assertThat(NetLines.values(net.blob("late").data())).containsExactly(20, 20);
    }
  }

  @Test
  void sharesParametersByName() {
    try (Net net =
        NetLines.of(
                folder,
                "name: x, type: Source, options: {value: 2}",
                "name: w1, type: Weigh, bottom: x, params: [{name: w}]",
                "name: w2, type: Weigh, bottom: w1, params: [{name: w}],"
                    + " options: {filler: {type: constant, value: 7}}",
                "name: loss, type: Total, bottom: w2")
            .build()) {
      net.parameters().get(0).blob().data().write().put(0, 3).put(1, 3);
      net.forward();
      net.backward();
      assertThat(net.parameters()).hasSize(1);
      assertThat(net.parameters().get(0).key()).isEqualTo("w1.0");
      assertThat(net.loss()).isEqualTo(2 * 18);
      assertThat(NetLines.values(net.parameters().get(0).blob().diff())).containsExactly(12, 12);
    }
  }

  @Test
  void aNetUsesTheParametersOfAnother() {
    NetLines file = NetLines.of(folder, FORKED);
    try (Net owner = file.build();
        Net other = file.buildSharing(owner, Phase.TEST)) {
      owner.parameters().get(0).blob().data().write().put(0, 42);
      assertThat(other.parameters().get(0).blob().data().read().get(0)).isEqualTo(42);
    }
  }

  @Test
  void randomNumbersFollowTheSeedAndTheIterationAlone() {
    NetLines file = NetLines.of(folder, "name: n, type: Noise");
    try (Net net = file.build();
        Net more = NetLines.of(folder, "name: a, type: Noise", "name: n, type: Noise").build()) {
      net.forward();
      float[] first = NetLines.values(net.blob("n").data());
      net.forward();
      assertThat(NetLines.values(net.blob("n").data())).containsExactly(first);
      net.iteration(1);
      net.forward();
      assertThat(NetLines.values(net.blob("n").data())).isNotEqualTo(first);
      more.forward();
      assertThat(NetLines.values(more.blob("n").data())).containsExactly(first);
      assertThat(NetLines.values(more.blob("a").data())).isNotEqualTo(first);
    }
  }

  @Test
  void reshapesWhatStandsBelowABlobThatChanged() {
    try (Net net =
        NetLines.of(
                folder,
                "name: x, type: Source, options: {shape: [3]}",
                "name: twice, type: Times, bottom: x, options: {factor: 2}",
                "name: loss, type: Total, bottom: twice")
            .build()) {
      net.forward();
      net.blob("x").reshape(Shape.of(5));
      net.forward();
      assertThat(net.blob("twice").shape()).isEqualTo(Shape.of(5));
      assertThat(net.loss()).isEqualTo(10);
    }
  }

  @Test
  void runsARangeOfLayers() {
    try (Net net =
        NetLines.of(
                folder,
                "name: x, type: Source, options: {value: 2}",
                "name: y, type: Times, bottom: x, options: {factor: 2}",
                "name: z, type: Times, bottom: y, options: {factor: 2}")
            .build()) {
      net.forward();
      net.blob("y").data().write().put(0, 100).put(1, 100);
      net.forward(2, 3);
      assertThat(NetLines.values(net.blob("z").data())).containsExactly(200, 200);
    }
  }

  @Test
  void namesTheNearestBlobOrLayer() {
    try (Net net = NetLines.of(folder, FORKED).build()) {
      assertThatThrownBy(() -> net.blob("sun"))
          .isInstanceOf(NoSuchElementException.class)
          .hasMessage("net 'net' has no blob 'sun'; did you mean 'sum'?");
      assertThatThrownBy(() -> net.layer("los")).hasMessageContaining("did you mean 'loss'?");
    }
  }

  @Test
  void cannotBeUsedOnceClosed() {
    Net net = NetLines.of(folder, "name: x, type: Source").build();
    Blob blob = net.blob("x");
    net.close();
    assertThatThrownBy(() -> blob.data().read()).hasMessage("the net has been closed");
  }

  @Test
  void takesShapesForInputsFromOutside() {
    NetSettings settings =
        NetSettings.of(Phase.TRAIN, 1, folder).withInputs(Map.of("n", Shape.of(7)));
    try (Net net = NetLines.of(folder, "name: n, type: Source").build(settings)) {
      assertThat(net.blob("n").shape()).isEqualTo(Shape.of(2));
    }
  }

  @Test
  void reportsEverythingWhenItCannotBeBuilt() {
    NetLines file = NetLines.of(folder, "name: a, type: Tines", "name: b, type: Square, bottom: q");
    assertThatThrownBy(file::build)
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining("unknown layer type 'Tines'; did you mean 'Times'?")
        .hasMessageContaining("bottom 'q' is produced by no layer");
  }

  @Test
  void blobsThatAreNamedLikeASplitKeepTheirOwnValues() {
    try (Net net =
        NetLines.of(
                folder,
                "name: x, type: Source, options: {value: 3}",
                "name: x_split_1, type: Times, bottom: x, options: {factor: 100}",
                "name: x_split, type: Times, bottom: x, options: {factor: 10}",
                "name: y, type: Times, bottom: x, options: {factor: 2}")
            .build()) {
      net.forward();
      assertThat(NetLines.values(net.blob("x_split_1").data())).containsExactly(300, 300);
      assertThat(NetLines.values(net.blob("x_split").data())).containsExactly(30, 30);
      assertThat(NetLines.values(net.blob("y").data())).containsExactly(6, 6);
    }
  }

  @Test
  void aLossCountsWhatABlobHeldBeforeItWasOverwritten() {
    try (Net net =
        NetLines.of(
                folder,
                "name: x, type: Source, options: {value: 3}",
                "name: y, type: Times, bottom: x, loss_weight: 1, options: {factor: 1}",
                "name: z, type: Times, bottom: y, top: y, options: {factor: 100}")
            .build()) {
      net.forward();
      assertThat(net.loss()).isEqualTo(6);
    }
  }

  @Test
  void aSeededLossAddsUpWithItsWeight() {
    NetSettings settings = NetSettings.of(Phase.TEST, 1, folder).withGradientsFrom(Set.of("loss"));
    try (Net net =
        NetLines.of(folder, "name: x, type: Source", "name: loss, type: Total, bottom: x")
            .build(settings)) {
      net.forward();
      net.blob("loss").diff().write().put(0, 7);
      net.backward();
      assertThat(NetLines.values(net.blob("x").diff())).containsExactly(8, 8);
    }
  }

  @Test
  void aLayerThatSharesMemoryPassesNoGradientOnceCut() {
    NetSettings settings = NetSettings.of(Phase.TEST, 1, folder).withGradientsFrom(Set.of());
    try (Net net =
        NetLines.of(
                folder,
                "name: x, type: Source",
                "name: cut, type: Alias, bottom: x, propagate_down: false",
                "name: one, type: Total, bottom: cut",
                "name: ten, type: Total, bottom: x, loss_weight: 10")
            .build(settings)) {
      net.forward();
      net.backward();
      assertThat(NetLines.values(net.blob("x").diff())).containsExactly(10, 10);
    }
  }
}
