package org.cortado.layers.core.shape;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.cortado.testkit.Case;
import org.cortado.testkit.LayerContract;
import org.cortado.testkit.TestLayer;
import org.junit.jupiter.api.Test;

class ConstantLayerTest extends LayerContract {

  @Override
  protected Stream<Case> cases() {
    Case constant = layer("Constant");
    return Stream.of(
        constant.option("shape", "[2, 3]"),
        constant.option("shape", "[]").option("value", -0.5),
        constant.option("shape", "[2, 2]").option("filler", "{type: gaussian}"));
  }

  @Test
  void showsOneValueEverywhere() {
    assertThat(run("Constant", options("shape", "[3]", "value", 2.5)))
        .containsExactly(2.5f, 2.5f, 2.5f);
    assertThat(run("Constant", options("shape", "[2]"))).containsExactly(0f, 0f);
    assertThat(run("Constant", options("shape", "[0]", "value", 1))).isEmpty();
  }

  @Test
  void showsTheSameValuesWhateverBecameOfThem() {
    try (TestLayer constant =
        make("Constant", options("shape", "[3]", "filler", "{type: uniform}"))) {
      constant.forward();
      float[] first = constant.top(0);
      assertThat(first).doesNotHaveDuplicates();
      constant.tops().get(0).data().write().put(0, new float[] {7, 8, 9});
      constant.forward();
      assertThat(constant.top(0)).containsExactly(first);
    }
    try (TestLayer constant = make("Constant", options("shape", "[1]", "value", 3))) {
      constant.forward();
      constant.tops().get(0).data().write().put(0, 9);
      constant.forward();
      assertThat(constant.top(0)).containsExactly(3f);
    }
  }

  @Test
  void refusesTwoSourcesOfValues() {
    assertThat(
            refusal("Constant", options("shape", "[1]", "value", 1, "filler", "{type: constant}")))
        .endsWith("give value or filler, but not both");
  }
}
