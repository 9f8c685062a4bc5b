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

class GELULayerTest extends LayerContract {

  @Override
  protected Stream<Case> cases() {
    return Stream.of(
        layer("GELU").bottom(2, 3),
        layer("GELU").bottom(),
        layer("GELU").bottom(3, 7),
        layer("GELU").option("approximate", "none").bottom(between(-6, 6), 3, 30),
        layer("GELU").option("approximate", "tanh").bottom(between(-6, 6), 3, 30),
        layer("GELU").option("approximate", "tanh").bottom());
  }

  private static float[] gradient(Map<String, Object> options, double[] x, double... dy) {
    try (TestLayer layer = make("GELU", options, blob(x))) {
      layer.forward();
      layer.backward(dy);
      return layer.bottomDiff(0);
    }
  }

  @Test
  void weighsWithTheNormalDistribution() {
    assertThat(run("GELU", options(), blob(0, 1, -1, 3, -100)))
        .containsExactly(new float[] {0, 0.841345f, -0.158655f, 2.995950f, -0f}, within(1e-6f));
  }

  @Test
  void approximatesItByATanh() {
    assertThat(run("GELU", options("approximate", "tanh"), blob(0, 1, -1, 3, -100)))
        .containsExactly(new float[] {0, 0.841192f, -0.158808f, 2.996363f, -0f}, within(1e-6f));
  }

  @Test
  void slopesByHalfAt0() {
    assertThat(gradient(options(), new double[] {0, 1, -1, 100, -100}, 2, 1, 1, 3, 3))
        .containsExactly(new float[] {1, 1.083316f, -0.083316f, 3, 0}, within(1e-6f));
    assertThat(
            gradient(
                options("approximate", "tanh"), new double[] {0, 1, -1, 100, -100}, 2, 1, 1, 3, 3))
        .containsExactly(new float[] {1, 1.082964f, -0.082964f, 3, 0}, within(1e-6f));
  }

  @Test
  void namesItsApproximations() {
    assertThat(refusal("GELU", options("approximate", "erf"), blob(1))).contains("'erf'");
  }

  @Test
  void takesAnEmptyBatch() {
    assertThat(run("GELU", options(), blob())).isEmpty();
  }
}
