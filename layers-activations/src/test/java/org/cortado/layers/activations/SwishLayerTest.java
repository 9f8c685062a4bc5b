package org.cortado.layers.activations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.stream.Stream;
import org.cortado.testkit.Case;
import org.cortado.testkit.LayerContract;
import org.cortado.testkit.TestLayer;
import org.junit.jupiter.api.Test;

class SwishLayerTest extends LayerContract {

  @Override
  protected Stream<Case> cases() {
    return Stream.of(
        layer("Swish").bottom(2, 3),
        layer("Swish").bottom(),
        layer("Swish").bottom(3, 7),
        layer("Swish").option("beta", 1.5).bottom(3, 7),
        layer("Swish").option("beta", -0.5).bottom(2, 3),
        layer("Swish").option("beta", 0).bottom(2, 3));
  }

  private static float[] gradient(Map<String, Object> options, double[] x, double... dy) {
    try (TestLayer layer = make("Swish", options, blob(x))) {
      layer.forward();
      layer.backward(dy);
      return layer.bottomDiff(0);
    }
  }

  @Test
  void weighsWithASigmoid() {
    assertThat(run("Swish", options(), blob(0, 1, -1, 100, -100)))
        .containsExactly(new float[] {0, 0.731059f, -0.268941f, 100, 0}, within(1e-6f));
    assertThat(run("Swish", options("beta", 2), blob(1, -1)))
        .containsExactly(new float[] {0.880797f, -0.119203f}, within(1e-6f));
    assertThat(run("Swish", options("beta", 0), blob(1, -1)))
        .containsExactly(new float[] {0.5f, -0.5f}, within(1e-6f));
  }

  @Test
  void slopesByTheSigmoidAndItsBend() {
    assertThat(gradient(options(), new double[] {0, 1, -1}, 2, 1, 1))
        .containsExactly(new float[] {1, 0.927671f, 0.072329f}, within(1e-6f));
    assertThat(gradient(options("beta", 2), new double[] {1}, 1))
        .containsExactly(new float[] {1.090784f}, within(1e-6f));
  }

  @Test
  void refusesABetaThatIsNoNumber() {
    assertThat(refusal("Swish", options("beta", ".inf"), blob(1)))
        .contains("beta must be a finite number");
  }

  @Test
  void takesAnEmptyBatch() {
    assertThat(run("Swish", options(), blob())).isEmpty();
  }
}
