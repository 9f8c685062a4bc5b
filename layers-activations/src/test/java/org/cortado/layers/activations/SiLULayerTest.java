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

class SiLULayerTest extends LayerContract {

  @Override
  protected Stream<Case> cases() {
    return Stream.of(
        layer("SiLU").bottom(2, 3),
        layer("SiLU").bottom(),
        layer("SiLU").bottom(3, 7),
        layer("SiLU").bottom(between(-20, 20), 3, 30));
  }

  private static float[] gradient(Map<String, Object> options, double[] x, double... dy) {
    try (TestLayer layer = make("SiLU", options, blob(x))) {
      layer.forward();
      layer.backward(dy);
      return layer.bottomDiff(0);
    }
  }

  @Test
  void weighsWithTheSigmoid() {
    assertThat(run("SiLU", options(), blob(0, 1, -1, 100, -100)))
        .containsExactly(new float[] {0, 0.731059f, -0.268941f, 100, 0}, within(1e-6f));
  }

  @Test
  void slopesByTheSigmoidAndItsBend() {
    assertThat(gradient(options(), new double[] {0, 1, -1}, 2, 1, 1))
        .containsExactly(new float[] {1, 0.927671f, 0.072329f}, within(1e-6f));
  }

  @Test
  void takesAnEmptyBatch() {
    assertThat(run("SiLU", options(), blob())).isEmpty();
  }
}
