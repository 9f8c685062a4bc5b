package org.cortado.layers.activations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.cortado.testkit.Case;
import org.cortado.testkit.LayerContract;
import org.cortado.testkit.TestLayer;
import org.junit.jupiter.api.Test;

class TanHLayerTest extends LayerContract {

  @Override
  protected Stream<Case> cases() {
    return Stream.of(
        layer("TanH").bottom(2, 3), layer("TanH").bottom(), layer("TanH").bottom(1, 2, 3, 4));
  }

  @Test
  void squeezesBetweenMinus1And1() {
    assertThat(run("TanH", options(), blob(0, 1, -1)))
        .containsExactly(new float[] {0, 0.761594f, -0.761594f}, within(1e-6f));
  }

  @Test
  void neitherOverflowsNorLeavesItsRange() {
    assertThat(run("TanH", options(), blob(-1000, -20, 20, 1000)))
        .containsExactly(new float[] {-1, -1, 1, 1}, within(1e-6f));
  }

  @Test
  void hasSlope1At0AndNoneFarOut() {
    try (TestLayer layer = make("TanH", options(), blob(0, 1000))) {
      layer.forward();
      layer.backward(3, 3);
      assertThat(layer.bottomDiff(0)).containsExactly(3, 0);
    }
  }
}
