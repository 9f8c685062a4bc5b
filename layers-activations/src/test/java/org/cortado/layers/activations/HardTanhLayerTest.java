package org.cortado.layers.activations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.cortado.testkit.Case;
import org.cortado.testkit.LayerContract;
import org.cortado.testkit.TestLayer;
import org.junit.jupiter.api.Test;

class HardTanhLayerTest extends LayerContract {

  @Override
  protected Stream<Case> cases() {
    return Stream.of(
        layer("HardTanh").bottom(2, 3),
        layer("HardTanh").option("min_val", -0.5).option("max_val", 1.7).bottom(3, 7),
        layer("HardTanh").option("min_val", 0).option("max_val", 6).bottom(),
        layer("HardTanh").option("min_val", -3e38).bottom(2, 9),
        layer("HardTanh").option("max_val", 3e38).bottom(2, 3));
  }

  private static float[] gradient(Map<String, Object> options, double[] x, double... dy) {
    try (TestLayer layer = make("HardTanh", options, blob(x))) {
      layer.forward();
      layer.backward(dy);
      return layer.bottomDiff(0);
    }
  }

  @Test
  void keepsToItsBounds() {
    assertThat(run("HardTanh", options(), blob(-3, -1, 0.5, 1, 7, Float.NaN)))
        .containsExactly(-1, -1, 0.5f, 1, 1, Float.NaN);
    assertThat(run("HardTanh", options("min_val", 0, "max_val", 6), blob(-3, 5, 7)))
        .containsExactly(0, 5, 6);
  }

  @Test
  void passesNoGradientOnItsBounds() {
    assertThat(
            gradient(
                options(),
                new double[] {-3, -1, -0.9999999, 0, 0.9999999, 1, 7},
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
  void passesTheGradientOnFarOutWithoutABound() {
    assertThat(gradient(options("max_val", 3e38), new double[] {-3, 2e38}, 1, 2))
        .containsExactly(0, 2);
  }

  @Test
  void refusesBoundsWithNothingBetween() {
    assertThat(refusal("HardTanh", options("min_val", 2, "max_val", 2), blob(1)))
        .contains("min_val is 2.0, but must be below max_val, 2.0");
    assertThat(refusal("HardTanh", options("max_val", ".nan"), blob(1)))
        .contains("max_val must be a finite number");
  }

  @Test
  void takesAnEmptyBatch() {
    assertThat(run("HardTanh", options(), blob())).isEmpty();
  }
}
