package org.cortado.layers.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.cortado.testkit.Values.labels;

import java.util.Map;
import java.util.stream.Stream;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Shape;
import org.cortado.testkit.Case;
import org.cortado.testkit.LayerContract;
import org.cortado.testkit.TestLayer;
import org.junit.jupiter.api.Test;

class ContrastiveLossLayerTest extends LayerContract {

  private static Case loss() {
    return layer("ContrastiveLoss");
  }

  @Override
  protected Stream<Case> cases() {
    return Stream.of(
        loss().bottom(5, 3).bottom(5, 3).bottom(labels(2), 5),
        loss().option("margin", 4).bottom(5, 3).bottom(5, 3).bottom(labels(2), 5, 1),
        loss().option("margin", 2.5).bottom(4, 1, 3).bottom(4, 1, 3).bottom(labels(1), 4),
        loss()
            .option("legacy_version", true)
            .option("margin", 6)
            .bottom(5, 3)
            .bottom(5, 3)
            .bottom(labels(2), 5),
        loss().bottom(1).bottom(1).bottom(labels(1), 1));
  }

  /** Three pairs 5, 5 and 0.5 apart. */
  private static Blob a() {
    return blob(Shape.of(3, 2), 3, 4, 3, 4, 0.5, 1);
  }

  private static Blob b() {
    return blob(Shape.of(3, 2), 0, 0, 0, 0, 0, 1);
  }

  private static Blob similar() {
    return blob(1, 0, 0);
  }

  private static float loss(Map<String, Object> options) {
    return run("ContrastiveLoss", options, a(), b(), similar())[0];
  }

  private static TestLayer swept(Map<String, Object> options) {
    TestLayer layer = make("ContrastiveLoss", options, a(), b(), similar());
    layer.forward();
    layer.backward(3);
    return layer;
  }

  @Test
  void sumsDistancesOfSimilarAndMissedMarginsOfOthers() {
    assertThat(loss(options())).isEqualTo((25 + 0 + 0.25f) / 6, within(1e-6f));
    assertThat(loss(options("margin", 7))).isEqualTo((25 + 4 + 6.5f * 6.5f) / 6, within(1e-5f));
  }

  @Test
  void pullsAndPushes() {
    float push = 0.5f * 0.5f / 0.5001f;
    try (TestLayer layer = swept(options())) {
      assertThat(layer.bottomDiff(0))
          .containsExactly(new float[] {3, 4, 0, 0, -push, 0}, within(1e-6f));
      assertThat(layer.bottomDiff(1))
          .containsExactly(new float[] {-3, -4, 0, 0, push, 0}, within(1e-6f));
    }
  }

  @Test
  void comparesSquaredDistancesAsOldCaffesDid() {
    Map<String, Object> legacy = options("legacy_version", true);

    assertThat(loss(legacy)).isEqualTo((25 + 0 + 0.75f) / 6, within(1e-6f));
    try (TestLayer layer = swept(legacy)) {
      assertThat(layer.bottomDiff(0))
          .containsExactly(new float[] {3, 4, 0, 0, -0.5f, 0}, within(1e-6f));
    }
  }

  @Test
  void pushesNothingAtTheDistance0() {
    try (TestLayer layer = make("ContrastiveLoss", options(), blob(2), blob(2), blob(0))) {
      layer.forward();
      layer.backward(1);
      assertThat(layer.top(0)).containsExactly(0.5f);
      assertThat(layer.bottomDiff(0)).usingComparatorWithPrecision(0f).containsExactly(0);
    }
  }

  @Test
  void isNoNumberWhenAnElementIsNone() {
    for (int similar = 0; similar < 2; similar++) {
      assertThat(run("ContrastiveLoss", options(), blob(Double.NaN), blob(1), blob(similar))[0])
          .isNaN();
    }
  }

  @Test
  void takesAnEmptyBatch() {
    Blob none = blob(Shape.of(0, 3));

    assertThat(run("ContrastiveLoss", options(), none, blob(Shape.of(0, 3)), blob()))
        .containsExactly(0);
  }

  @Test
  void refusesWhatIsNeitherSimilarNorNot() {
    assertThat(refusal("ContrastiveLoss", options(), a(), b(), blob(1, 0, 2)))
        .isEqualTo("label 2 at [2] of [3] must be a whole number from 0 to 1");
  }

  @Test
  void refusesBottomsThatDontGoTogether() {
    assertThat(refusal("ContrastiveLoss", options(), a(), b(), blob(1, 0)))
        .isEqualTo("bottom 2 must have 3 elements, one for each item, but is [2]");
    assertThat(refusal("ContrastiveLoss", options(), a(), blob(1, 2, 3), similar()))
        .isEqualTo("bottom 1 has the shape [3], but must have that of bottom 0, [3x2]");
    assertThat(
            refusal(
                "ContrastiveLoss", options(), blob(Shape.of(), 1), blob(Shape.of(), 1), blob(1)))
        .isEqualTo("the bottoms must have at least one axis, but are []");
  }
}
