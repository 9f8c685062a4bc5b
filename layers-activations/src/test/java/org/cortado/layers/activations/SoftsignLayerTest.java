package org.cortado.layers.activations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cortado.testkit.Values.between;

import java.util.Map;
import java.util.stream.Stream;
import org.cortado.testkit.Case;
import org.cortado.testkit.LayerContract;
import org.cortado.testkit.TestLayer;
import org.junit.jupiter.api.Test;

class SoftsignLayerTest extends LayerContract {

  @Override
  protected Stream<Case> cases() {
    return Stream.of(
        layer("Softsign").bottom(2, 3),
        layer("Softsign").bottom(),
        layer("Softsign").bottom(3, 7),
        layer("Softsign").bottom(between(-30, 30), 3, 30));
  }

  private static float[] gradient(Map<String, Object> options, double[] x, double... dy) {
    try (TestLayer layer = make("Softsign", options, blob(x))) {
      layer.forward();
      layer.backward(dy);
      return layer.bottomDiff(0);
    }
  }

  @Test
  void squeezesBetweenMinus1And1() {
    assertThat(run("Softsign", options(), blob(0, 1, -3, 1e30)))
        .containsExactly(0, 0.5f, -0.75f, 1);
  }

  @Test
  void takesInfiniteElementsToItsLimits() {
    assertThat(
            run(
                "Softsign",
                options(),
                blob(Float.NEGATIVE_INFINITY, Float.POSITIVE_INFINITY, Float.NaN)))
        .containsExactly(-1, 1, Float.NaN);
  }

  @Test
  void slopesWithTheSquareOfItsSlack() {
    assertThat(gradient(options(), new double[] {0, 1, -3, 1e30}, 3, 8, 16, 5))
        .containsExactly(3, 2, 1, 0);
  }

  @Test
  void takesAnEmptyBatch() {
    assertThat(run("Softsign", options(), blob())).isEmpty();
  }
}
