package org.cortado.layers.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.stream.Stream;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Shape;
import org.cortado.testkit.Case;
import org.cortado.testkit.LayerContract;
import org.cortado.testkit.TestLayer;
import org.junit.jupiter.api.Test;

class SmoothL1LossLayerTest extends LayerContract {

  @Override
  protected Stream<Case> cases() {
    return Stream.of(
        layer("SmoothL1Loss").bottom(4, 3).bottom(4, 3),
        layer("SmoothL1Loss").option("beta", 0.25).bottom(2, 3, 5).bottom(2, 15),
        layer("SmoothL1Loss").option("beta", 0).bottom(4, 3).bottom(4, 3),
        layer("SmoothL1Loss").option("normalization", "full").bottom(4, 1).bottom(4),
        layer("SmoothL1Loss").option("normalization", "none").bottom(4, 1).bottom(4),
        layer("SmoothL1Loss").bottom().bottom(),
        layer("SmoothL1Loss").bottom(1).bottom(1));
  }

  private static float loss(Map<String, Object> options, Blob a, Blob b) {
    return run("SmoothL1Loss", options, a, b)[0];
  }

  private static TestLayer swept(Map<String, Object> options, Blob a, Blob b) {
    TestLayer layer = make("SmoothL1Loss", options, a, b);
    layer.forward();
    layer.backward(2);
    return layer;
  }

  private static Blob a() {
    return blob(Shape.of(2, 2), 1, 2, 3, 4);
  }

  private static Blob b() {
    return blob(Shape.of(2, 2), 0.5, 5, 3, 3);
  }

  @Test
  void squaresSmallDifferencesOnly() {
    assertThat(loss(options(), a(), b())).isEqualTo((0.125f + 2.5f + 0 + 0.5f) / 2);
    assertThat(loss(options("beta", 4), a(), b()))
        .isEqualTo((0.25f / 8 + 9f / 8 + 0 + 1f / 8) / 2, within(1e-6f));
  }

  @Test
  void isTheL1LossWithABetaOf0() {
    assertThat(loss(options("beta", 0), a(), b())).isEqualTo((0.5f + 3 + 0 + 1) / 2);
    try (TestLayer layer = swept(options("beta", 0), a(), b())) {
      assertThat(layer.bottomDiff(0)).containsExactly(1, -1, 0, 1);
    }
  }

  @Test
  void meansOverAllElementsIfTold() {
    assertThat(loss(options("normalization", "full"), a(), b())).isEqualTo(3.125f / 4);
    assertThat(loss(options("normalization", "none"), a(), b())).isEqualTo(3.125f);
  }

  @Test
  void pullsBothBottomsTogether() {
    try (TestLayer layer = swept(options(), a(), b())) {
      assertThat(layer.bottomDiff(0)).containsExactly(0.5f, -1, 0, 1);
      assertThat(layer.bottomDiff(1))
          .usingComparatorWithPrecision(0f)
          .containsExactly(-0.5f, 1, 0, -1);
    }
  }

  @Test
  void refusesANegativeBeta() {
    assertThat(refusal("SmoothL1Loss", options("beta", -1), a(), b())).contains("beta must be");
  }

  @Test
  void isNoNumberWhenAnElementIsNone() {
    assertThat(loss(options(), blob(1, Double.NaN), blob(1, 2))).isNaN();
    assertThat(loss(options(), blob(1, 2), blob(1, Double.NaN))).isNaN();
  }

  @Test
  void takesAnEmptyBatchAndAScalar() {
    assertThat(loss(options(), blob(Shape.of(0, 3)), blob(Shape.of(0, 3)))).isZero();
    assertThat(loss(options("normalization", "full"), blob(), blob())).isZero();
    assertThat(loss(options(), blob(Shape.of(), 0), blob(Shape.of(), 0))).isZero();
  }

  @Test
  void refusesBottomsOfDifferentSizes() {
    assertThat(refusal("SmoothL1Loss", options(), blob(1, 2), blob(1, 2, 3)))
        .isEqualTo("both bottoms must have the same items and elements, but are [2] and [3]");
  }
}
