package org.cortado.layers.activations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.cortado.testkit.Case;
import org.cortado.testkit.LayerContract;
import org.cortado.testkit.TestLayer;
import org.junit.jupiter.api.Test;

class SigmoidLayerTest extends LayerContract {

  @Override
  protected Stream<Case> cases() {
    return Stream.of(
        layer("Sigmoid").bottom(2, 3),
        layer("Sigmoid").bottom(),
        layer("Sigmoid").bottom(1, 2, 3, 4));
  }

  @Test
  void squeezesBetween0And1() {
    assertThat(run("Sigmoid", options(), blob(0, 1, -1)))
        .containsExactly(new float[] {0.5f, 0.731059f, 0.268941f}, within(1e-6f));
  }

  @Test
  void neitherOverflowsNorLeavesItsRange() {
    assertThat(run("Sigmoid", options(), blob(-1000, -80, 80, 1000)))
        .containsExactly(new float[] {0, 0, 1, 1}, within(1e-6f));
  }

  @Test
  void hasItsSteepestSlopeAt0() {
    try (TestLayer layer = make("Sigmoid", options(), blob(0, 1000))) {
      layer.forward();
      layer.backward(8, 8);
      assertThat(layer.bottomDiff(0)).containsExactly(2, 0);
    }
  }

  @Test
  void knowsNoOptions() {
    assertThat(refusal("Sigmoid", options("slope", 1), blob(1))).contains("'slope'");
  }
}
