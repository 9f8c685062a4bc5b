package org.cortado.layers.activations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.cortado.testkit.Values.between;

import java.util.Map;
import java.util.stream.Stream;
import org.cortado.testkit.Case;
import org.cortado.testkit.LayerContract;
import org.cortado.testkit.TestLayer;
import org.junit.jupiter.api.Test;

class BNLLLayerTest extends LayerContract {

  @Override
  protected Stream<Case> cases() {
    return Stream.of(
        layer("BNLL").bottom(2, 3),
        layer("BNLL").bottom(),
        layer("BNLL").bottom(3, 7),
        layer("BNLL").bottom(between(-60, 60), 4, 25));
  }

  private static float[] gradient(Map<String, Object> options, double[] x, double... dy) {
    try (TestLayer layer = make("BNLL", options, blob(x))) {
      layer.forward();
      layer.backward(dy);
      return layer.bottomDiff(0);
    }
  }

  @Test
  void isTheLogarithmOf1PlusThePower() {
    assertThat(run("BNLL", options(), blob(0, 1, -1, 3)))
        .containsExactly(new float[] {0.693147f, 1.313262f, 0.313262f, 3.048587f}, within(1e-6f));
  }

  @Test
  void neitherOverflowsNorVanishes() {
    assertThat(
            run(
                "BNLL",
                options(),
                blob(1000, -30, -1000, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY)))
        .containsExactly(1000, 9.357623e-14f, 0, Float.POSITIVE_INFINITY, 0);
  }

  @Test
  void slopesAsASigmoid() {
    assertThat(gradient(options(), new double[] {0, 1, -1, 100, -100}, 1, 2, 1, 3, 3))
        .containsExactly(new float[] {0.5f, 1.462117f, 0.268941f, 3, 0}, within(1e-6f));
  }

  @Test
  void keepsNan() {
    assertThat(run("BNLL", options(), blob(Float.NaN))).containsExactly(Float.NaN);
  }

  @Test
  void takesAnEmptyBatch() {
    assertThat(run("BNLL", options(), blob())).isEmpty();
  }
}
