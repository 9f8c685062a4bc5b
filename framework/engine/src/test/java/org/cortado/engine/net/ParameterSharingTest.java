package org.cortado.engine.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.cortado.engine.definition.DefinitionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParameterSharingTest {

  private static final String SOURCE = "name: x, type: Source, options: {value: 3}";
  private static final String UNIFORM = "options: {filler: {type: uniform}}";

  @TempDir Path folder;

  private Net build(String... layers) {
    return NetLines.of(folder, layers).build();
  }

  @Test
  void addsTheGradientsOfAllThatShare() {
    try (Net net =
        build(
            SOURCE,
            "name: one, type: Weigh, bottom: x",
            "name: two, type: Weigh, bottom: one, shares: one",
            "name: loss, type: Total, bottom: two")) {
      net.forward();
      net.clearParameterDiffs();
      net.backward();
      assertThat(net.parameters()).extracting(Parameter::key).containsExactly("one.0");
      assertThat(NetLines.values(net.parameters().get(0).blob().diff())).containsExactly(6, 6);
    }
  }

  @Test
  void theOwnerIsTheSameWhateverRunsFirst() {
    try (Net alone = build(SOURCE, "name: late, type: Weigh, bottom: x, " + UNIFORM);
        Net shared =
            build(
                SOURCE,
                "name: early, type: Weigh, bottom: x, shares: middle, " + UNIFORM,
                "name: middle, type: Weigh, bottom: early, shares: late, " + UNIFORM,
                "name: late, type: Weigh, bottom: middle, params: {lr_mult: 2}, " + UNIFORM)) {
      Parameter parameter = shared.parameters().get(0);
      assertThat(shared.parameters()).hasSize(1);
      assertThat(parameter.key()).isEqualTo("late.0");
      assertThat(parameter.lrMult()).isEqualTo(2);
      assertThat(NetLines.values(parameter.blob().data()))
          .isEqualTo(NetLines.values(alone.parameters().get(0).blob().data()));
    }
  }

  @Test
  void saysWhatCantBeShared() {
    assertThatThrownBy(
            () ->
                build(
                    SOURCE,
                    "name: one, type: Weigh, bottom: x, shares: tow",
                    "name: two, type: Weigh, bottom: x, shares: x",
                    "name: three, type: Weigh, bottom: x, shares: four",
                    "name: four, type: Weigh, bottom: x, shares: three"))
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining(
            "layer 'one' (Weigh): shares names 'tow', but there is no such layer; did you mean"
                + " 'two'?")
        .hasMessageContaining(
            "layer 'two' (Weigh): can't share the parameters of layer 'x': it is of type Source")
        .hasMessageContaining("layer 'three' (Weigh): shares its parameters in a circle");
  }

  @Test
  void theOwnersFillerHoldsEvenIfASharerRunsFirst() {
    try (Net net =
        build(
            SOURCE,
            "name: early, type: Weigh, bottom: x, shares: late",
            "name: late, type: Weigh, bottom: early, " + UNIFORM)) {
      assertThat(NetLines.values(net.parameters().get(0).blob().data()))
          .isNotEqualTo(new float[] {1, 1})
          .hasSize(2);
    }
  }
}
