package org.cortado.layers.activations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cortado.testkit.Values.nonZero;

import java.util.Map;
import java.util.stream.Stream;
import org.cortado.testkit.Case;
import org.cortado.testkit.LayerContract;
import org.cortado.testkit.TestLayer;
import org.junit.jupiter.api.Test;

class ClipLayerTest extends LayerContract {

  @Override
  protected Stream<Case> cases() {
    return Stream.of(
        layer("Clip").option("min", -1).option("max", 1).bottom(2, 3),
        layer("Clip").option("min", -0.5).option("max", 1.7).bottom(3, 7),
        layer("Clip").option("min", 0).option("max", 6).bottom(),
        layer("Clip").option("min", -3e38).option("max", 0.5).bottom(2, 9),
        layer("Clip").option("min", -3).option("max", 3e38).bottom(2, 3),
        layer("Clip").option("min", 0.25).option("max", 0.25).bottom(nonZero(), 2, 3));
  }

  private static float[] gradient(Map<String, Object> options, double[] x, double... dy) {
    try (TestLayer layer = make("Clip", options, blob(x))) {
      layer.forward();
      layer.backward(dy);
      return layer.bottomDiff(0);
    }
  }

  @Test
  void keepsToItsBounds() {
    assertThat(run("Clip", options("min", -1, "max", 2), blob(-3, -1, 0.5, 2, 7, Float.NaN)))
        .containsExactly(-1, -1, 0.5f, 2, 2, Float.NaN);
  }

  @Test
  void passesTheGradientOnWithinItsBoundsAndOnThem() {
    assertThat(
            gradient(
                options("min", -1, "max", 2),
                new double[] {-3, -1.0000001, -1, 0.5, 2, 2.0000002, 1e30},
                1,
                2,
                3,
                4,
                5,
                6,
                7))
        .containsExactly(0, 0, 3, 4, 5, 0, 0);
  }

  @Test
  void passesNoGradientToInfiniteElements() {
    assertThat(
            gradient(
                options("min", -3e38, "max", 3e38),
                new double[] {Float.NEGATIVE_INFINITY, -2e38, Float.POSITIVE_INFINITY},
                1,
                2,
                3))
        .containsExactly(0, 2, 0);
  }

  @Test
  void passesTheGradientOnFarOutWithoutABound() {
    assertThat(gradient(options("min", 0, "max", 3e38), new double[] {-1, 2e38}, 1, 2))
        .containsExactly(0, 2);
  }

  @Test
  void demandsBothBounds() {
    assertThat(refusal("Clip", options("min", 0), blob(1)))
        .isEqualTo("max is missing; it must be a number");
    assertThat(refusal("Clip", options("max", 0), blob(1)))
        .isEqualTo("min is missing; it must be a number");
  }

  @Test
  void refusesBoundsWithNothingBetween() {
    assertThat(refusal("Clip", options("min", 2, "max", 1), blob(1)))
        .contains("min is 2.0, but must be at most max, 1.0");
    assertThat(refusal("Clip", options("min", ".nan", "max", 1), blob(1)))
        .contains("min must be a finite number");
  }

  @Test
  void takesAnEmptyBatch() {
    assertThat(run("Clip", options("min", 0, "max", 1), blob())).isEmpty();
  }
}
