package org.cortado.layers.loss;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Shape;
import org.cortado.testkit.Case;
import org.cortado.testkit.LayerContract;
import org.cortado.testkit.TestLayer;
import org.junit.jupiter.api.Test;

class L1LossLayerTest extends LayerContract {

  @Override
  protected Stream<Case> cases() {
    return Stream.of(
        layer("L1Loss").bottom(4, 3).bottom(4, 3),
        layer("L1Loss").option("normalization", "full").bottom(2, 3, 5).bottom(2, 15),
        layer("L1Loss").option("normalization", "none").bottom(4, 1).bottom(4),
        layer("L1Loss").bottom().bottom(),
        layer("L1Loss").bottom(1).bottom(1));
  }

  private static float loss(Map<String, Object> options, Blob a, Blob b) {
    return run("L1Loss", options, a, b)[0];
  }

  private static TestLayer swept(Map<String, Object> options, Blob a, Blob b) {
    TestLayer layer = make("L1Loss", options, a, b);
    layer.forward();
    layer.backward(2);
    return layer;
  }

  private static Map<String, Object> normalized(String normalization) {
    return options("normalization", normalization);
  }

  private static Blob a() {
    return blob(Shape.of(2, 2), 1, 2, 3, 4);
  }

  private static Blob b() {
    return blob(Shape.of(2, 2), 0, 4, 3, 3);
  }

  @Test
  void isTheSumOfAbsoluteDifferencesPerItem() {
    assertThat(loss(options(), a(), b())).isEqualTo(2);
  }

  @Test
  void dividesByWhatTheNormalizationSays() {
    assertThat(loss(normalized("full"), a(), b())).isEqualTo(1);
    assertThat(loss(normalized("valid"), a(), b())).isEqualTo(1);
    assertThat(loss(normalized("weights"), a(), b())).isEqualTo(1);
    assertThat(loss(normalized("batch_size"), a(), b())).isEqualTo(2);
    assertThat(loss(normalized("none"), a(), b())).isEqualTo(4);
  }

  @Test
  void pullsBothBottomsTogether() {
    try (TestLayer layer = swept(options(), a(), b())) {
      assertThat(layer.bottomDiff(0)).containsExactly(1, -1, 0, 1);
      assertThat(layer.bottomDiff(1))
          .usingComparatorWithPrecision(0f)
          .containsExactly(-1, 1, 0, -1);
    }
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
    assertThat(refusal("L1Loss", options(), blob(1, 2), blob(1, 2, 3)))
        .isEqualTo("both bottoms must have the same items and elements, but are [2] and [3]");
  }
}
