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

class SoftplusLayerTest extends LayerContract {

  @Override
  protected Stream<Case> cases() {
    return Stream.of(
        layer("Softplus").bottom(2, 3),
        layer("Softplus").bottom(),
        layer("Softplus").bottom(3, 7),
        layer("Softplus").option("beta", 0.5).bottom(3, 7),
        layer("Softplus").option("beta", 3).bottom(between(-20, 20), 3, 30),
        layer("Softplus").option("threshold", 12).bottom(between(-30, 30), 3, 30),
        layer("Softplus").option("threshold", 9).option("beta", 2).bottom(2, 3));
  }

  private static float[] gradient(Map<String, Object> options, double[] x, double... dy) {
    try (TestLayer layer = make("Softplus", options, blob(x))) {
      layer.forward();
      layer.backward(dy);
      return layer.bottomDiff(0);
    }
  }

  @Test
  void isSmoothBelowItsThreshold() {
    assertThat(run("Softplus", options(), blob(0, 1, -1)))
        .containsExactly(new float[] {0.693147f, 1.313262f, 0.313262f}, within(1e-6f));
    assertThat(run("Softplus", options("beta", 2), blob(0, 1, -1)))
        .containsExactly(new float[] {0.346574f, 1.063464f, 0.063464f}, within(1e-6f));
  }

  @Test
  void isXAboveItsThreshold() {
    assertThat(run("Softplus", options("threshold", 1), blob(0, 1, 1.5, -1)))
        .containsExactly(new float[] {0.693147f, 1.313262f, 1.5f, 0.313262f}, within(1e-6f));
    assertThat(run("Softplus", options("threshold", 1, "beta", 2), blob(0.5, 0.6)))
        .containsExactly(new float[] {0.656631f, 0.6f}, within(1e-6f));
  }

  @Test
  void neitherOverflowsNorVanishes() {
    assertThat(run("Softplus", options("beta", 4), blob(1000, -1000, Float.POSITIVE_INFINITY)))
        .containsExactly(1000, 0, Float.POSITIVE_INFINITY);
  }

  @Test
  void slopesAsASigmoidBelowItsThreshold() {
    assertThat(gradient(options("beta", 2), new double[] {0, 0.5, -0.5}, 1, 2, 1))
        .containsExactly(new float[] {0.5f, 1.462117f, 0.268941f}, within(1e-6f));
    assertThat(gradient(options("threshold", 0.5), new double[] {0, 1, -1}, 1, 2, 1))
        .containsExactly(new float[] {0.5f, 2, 0.268941f}, within(1e-6f));
  }

  @Test
  void refusesABetaThatIsntAbove0() {
    assertThat(refusal("Softplus", options("beta", 0), blob(1))).contains("beta");
    assertThat(refusal("Softplus", options("threshold", ".nan"), blob(1)))
        .contains("threshold must be a finite number");
  }

  @Test
  void takesAnEmptyBatch() {
    assertThat(run("Softplus", options(), blob())).isEmpty();
  }
}
