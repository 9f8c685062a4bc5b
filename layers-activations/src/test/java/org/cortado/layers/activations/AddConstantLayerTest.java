package org.cortado.layers.activations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.cortado.testkit.Case;
import org.cortado.testkit.LayerContract;
import org.cortado.testkit.TestLayer;
import org.junit.jupiter.api.Test;

class AddConstantLayerTest extends LayerContract {

  @Override
  protected Stream<Case> cases() {
    return Stream.of(
        layer("AddConstant").option("constant", 3).bottom(2, 3),
        layer("AddConstant").option("constant", 0).bottom(2, 3),
        layer("AddConstant").option("constant", -0.5).bottom(),
        layer("AddConstant").option("constant", 1.25).bottom(3, 7000));
  }

  private static float[] gradient(Map<String, Object> options, double[] x, double... dy) {
    try (TestLayer layer = make("AddConstant", options, blob(x))) {
      layer.forward();
      layer.backward(dy);
      return layer.bottomDiff(0);
    }
  }

  @Test
  void addsToEveryElement() {
    assertThat(run("AddConstant", options("constant", 0.5), blob(1, -2, 0, 4)))
        .containsExactly(1.5f, -1.5f, 0.5f, 4.5f);
  }

  @Test
  void leavesTheGradientAlone() {
    assertThat(gradient(options("constant", -3), new double[] {1, 2}, 4, -5))
        .containsExactly(4, -5);
  }

  @Test
  void demandsAFiniteConstant() {
    assertThat(refusal("AddConstant", options(), blob(1)))
        .isEqualTo("constant is missing; it must be a number");
    assertThat(refusal("AddConstant", options("constant", ".nan"), blob(1)))
        .contains("constant must be a finite number");
  }

  @Test
  void takesAnEmptyBatch() {
    assertThat(run("AddConstant", options("constant", 2), blob())).isEmpty();
  }
}
