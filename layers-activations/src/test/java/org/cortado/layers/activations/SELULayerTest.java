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

class SELULayerTest extends LayerContract {

  @Override
  protected Stream<Case> cases() {
    return Stream.of(
        layer("SELU").bottom(2, 3),
        layer("SELU").bottom(),
        layer("SELU").bottom(3, 7),
        layer("SELU").bottom(between(-30, 30), 3, 30),
        layer("SELU").bottom(2, 9000));
  }

  private static float[] gradient(Map<String, Object> options, double[] x, double... dy) {
    try (TestLayer layer = make("SELU", options, blob(x))) {
      layer.forward();
      layer.backward(dy);
      return layer.bottomDiff(0);
    }
  }

  @Test
  void scalesAndBends() {
    assertThat(run("SELU", options(), blob(0, 1, -1, 2, -1000)))
        .containsExactly(
            new float[] {0, 1.0507010f, -1.1113307f, 2.1014020f, -1.7580993f}, within(2e-7f));
  }

  @Test
  void isExactToTheLastDigits() {
    for (float x = -20; x < 0; x += 0.001f) {
      double expected = 1.0507009873554805 * 1.6732632423543772 * Math.expm1(x);
      assertThat((double) run("SELU", options(), blob(x))[0])
          .isCloseTo(expected, within(6e-7 * -expected));
    }
  }

  @Test
  void slopesByItsScaleAbove0() {
    assertThat(gradient(options(), new double[] {0, 1, -1, -1000}, 1, 1, 1, 1))
        .containsExactly(new float[] {1.7580993f, 1.0507010f, 0.6467686f, 0}, within(2e-7f));
  }

  @Test
  void reachesItsLimits() {
    assertThat(
            run(
                "SELU",
                options(),
                blob(Float.NEGATIVE_INFINITY, Float.POSITIVE_INFINITY, Float.NaN)))
        .containsExactly(-1.7580993f, Float.POSITIVE_INFINITY, Float.NaN);
  }

  @Test
  void takesAnEmptyBatch() {
    assertThat(run("SELU", options(), blob())).isEmpty();
  }
}
