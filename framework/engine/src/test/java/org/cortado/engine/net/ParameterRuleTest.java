package org.cortado.engine.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.cortado.api.Phase;
import org.cortado.engine.definition.DefinitionException;
import org.cortado.engine.definition.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParameterRuleTest {

  private static final String[] CHAIN = {
    "name: x, type: Source, options: {value: 3}",
    "name: one, type: Weigh, bottom: x, params: {lr_mult: 2, decay_mult: 3}",
    "name: square, type: Square, bottom: one",
    "name: two, type: Weigh, bottom: square",
    "name: head, type: Weigh, bottom: two",
    "name: loss, type: Total, bottom: head"
  };

  @TempDir Path folder;
  private int line;

  private ParameterRule rate(String match, float lrMult) {
    return rule(match, Optional.of(lrMult), Optional.empty(), Optional.empty());
  }

  private ParameterRule rule(
      String match, Optional<Float> lrMult, Optional<Float> decayMult, Optional<Double> maxNorm) {
    Place place = new Place("solver.yaml", ++line, 1);
    return new ParameterRule(new ParameterPattern(match), lrMult, decayMult, maxNorm, place);
  }

  private Net build(Phase phase, ParameterRule... rules) {
    return NetLines.of(folder, CHAIN).build(NetSettings.of(phase, 1, folder).with(List.of(rules)));
  }

  private Net build(ParameterRule... rules) {
    return build(Phase.TRAIN, rules);
  }

  @Test
  void multipliesWhatTheNetSays() {
    try (Net net = build(rule("one", Optional.of(0.5f), Optional.of(0.25f), Optional.of(4.0)))) {
      Parameter one = net.parameters().get(0);
      assertThat(one.lrMult()).isEqualTo(1);
      assertThat(one.decayMult()).isEqualTo(0.75f);
      assertThat(one.maxNorm()).contains(4.0);
      assertThat(net.parameters().get(1).lrMult()).isEqualTo(1);
      assertThat(net.parameters().get(1).maxNorm()).isEmpty();
    }
  }

  @Test
  void theLastRuleThatSaysAThingHolds() {
    try (Net net =
        build(
            rate("*", 0),
            rate("head", 0.5f),
            rule("head.0", Optional.empty(), Optional.of(7f), Optional.empty()))) {
      Parameter head = net.parameters().get(2);
      assertThat(head.lrMult()).isEqualTo(0.5f);
      assertThat(head.decayMult()).isEqualTo(7);
    }
  }

  @Test
  void layersBelowAllThatLearnsDoNoBackward() {
    try (Net net = build(rate("{one,two}", 0))) {
      assertThat(net.layers())
          .filteredOn(NetLayer::runsBackward)
          .extracting(NetLayer::name)
          .containsExactly("head", "loss");
      assertThat(net.layer("head").bottomGradients()).noneMatch(BottomGradient::runs);
    }
  }

  @Test
  void aFrozenLayerAboveOneThatLearnsHandsTheGradientDown() {
    try (Net net = build(rate("{two,head}", 0))) {
      assertThat(net.layers())
          .filteredOn(NetLayer::runsBackward)
          .extracting(NetLayer::name)
          .containsExactly("one", "square", "two", "head", "loss");
    }
  }

  @Test
  void aSharedParameterIsFrozenForAllThatUseIt() {
    NetLines lines =
        NetLines.of(
            folder,
            "name: x, type: Source, options: {value: 3}",
            "name: one, type: Weigh, bottom: x, params: {name: w, lr_mult: 2}",
            "name: two, type: Weigh, bottom: one, params: {name: w, lr_mult: 2}",
            "name: head, type: Weigh, bottom: two",
            "name: loss, type: Total, bottom: head");
    NetSettings settings = NetSettings.of(Phase.TRAIN, 1, folder).with(List.of(rate("one", 0)));
    try (Net net = lines.build(settings)) {
      assertThat(net.layer("two").runsBackward()).isFalse();
      assertThat(net.layer("head").runsBackward()).isTrue();
    }
  }

  @Test
  void saysWhatMatchesNothingAndWhatMayBeMeant() {
    assertThatThrownBy(() -> build(rate("hed", 0), rate("fc*", 0)))
        .isInstanceOf(DefinitionException.class)
        .hasMessage(
            """
            solver.yaml:1:1: parameters: 'hed' matches no parameter; did you mean 'head'?
            solver.yaml:2:1: parameters: 'fc*' matches no parameter; those with parameters are one,\
             two, head\
            """);
  }

  @Test
  void refusesToLeaveNothingThatLearns() {
    assertThatThrownBy(() -> build(rate("*", 0)))
        .isInstanceOf(DefinitionException.class)
        .hasMessage("solver.yaml:1:1: parameters: nothing is left that learns");
  }

  @Test
  void aNetForTestsNeedNotHaveAllParameters() {
    try (Net net = build(Phase.TEST, rate("aux", 0))) {
      assertThat(net.parameters()).hasSize(3);
    }
  }
}
