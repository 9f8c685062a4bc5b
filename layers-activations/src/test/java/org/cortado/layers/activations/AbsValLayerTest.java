package org.cortado.layers.activations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.cortado.testkit.Case;
import org.cortado.testkit.LayerContract;
import org.cortado.testkit.TestLayer;
import org.junit.jupiter.api.Test;

class AbsValLayerTest extends LayerContract {

  @Override
  protected Stream<Case> cases() {
    return Stream.of(
        layer("AbsVal").bottom(2, 3),
        layer("AbsVal").bottom(),
        layer("AbsVal").bottom(3, 7),
        layer("AbsVal").bottom(2, 9000));
  }

  private static float[] gradient(Map<String, Object> options, double[] x, double... dy) {
    try (TestLayer layer = make("AbsVal", options, blob(x))) {
      layer.forward();
      layer.backward(dy);
      return layer.bottomDiff(0);
    }
  }

  @Test
  void dropsTheSign() {
    assertThat(run("AbsVal", options(), blob(-2, 0, 3, Float.NaN, Float.NEGATIVE_INFINITY)))
        .containsExactly(2, 0, 3, Float.NaN, Float.POSITIVE_INFINITY);
  }

  @Test
  void hasTheSignAsSlopeAndNoneAt0() {
    assertThat(gradient(options(), new double[] {-2, 0, 3, -1e-45, 1e-45}, 5, 6, 7, 8, 9))
        .containsExactly(-5, 0, 7, -8, 9);
  }

  @Test
  void givesTheSignOfAnInfiniteElementAsItsSlope() {
    assertThat(
            gradient(
                options(), new double[] {Float.NEGATIVE_INFINITY, Float.POSITIVE_INFINITY}, 2, 3))
        .containsExactly(-2, 3);
  }

  @Test
  void takesAnEmptyBatch() {
    assertThat(run("AbsVal", options(), blob())).isEmpty();
  }
}
