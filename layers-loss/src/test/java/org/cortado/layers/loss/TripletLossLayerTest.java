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

class TripletLossLayerTest extends LayerContract {

  private static Case loss() {
    return layer("TripletLoss");
  }

  @Override
  protected Stream<Case> cases() {
    return Stream.of(
        loss().bottom(4, 3).bottom(4, 3).bottom(4, 3),
        loss().option("margin", 5).bottom(4, 3).bottom(4, 3).bottom(4, 3),
        loss().option("margin", 5).option("p", 1).bottom(4, 3).bottom(4, 3).bottom(4, 3),
        loss().option("margin", 5).option("p", 3.5).bottom(2, 2, 3).bottom(2, 2, 3).bottom(2, 2, 3),
        loss().option("margin", 5).option("swap", true).bottom(6, 3).bottom(6, 3).bottom(6, 3),
        loss().bottom(1).bottom(1).bottom(1));
  }

  /** The first is 5 from its positive, 4 from its negative; the second 1 and 10. */
  private static Blob anchors() {
    return blob(Shape.of(2, 2), 0, 0, 0, 0);
  }

  private static Blob positives() {
    return blob(Shape.of(2, 2), 3, 4, 1, 0);
  }

  private static Blob negatives() {
    return blob(Shape.of(2, 2), 0, 4, 6, 8);
  }

  private static float loss(Map<String, Object> options) {
    return run("TripletLoss", options, anchors(), positives(), negatives())[0];
  }

  private static TestLayer swept(Map<String, Object> options) {
    TestLayer layer = make("TripletLoss", options, anchors(), positives(), negatives());
    layer.forward();
    layer.backward(2);
    return layer;
  }

  @Test
  void sumsWhatMarginsAreMissedBy() {
    assertThat(loss(options())).isEqualTo((2 + 0) / 2f, within(1e-6f));
    assertThat(loss(options("margin", 10))).isEqualTo((11 + 1) / 2f, within(1e-6f));
  }

  @Test
  void measuresWithOtherPowers() {
    assertThat(loss(options("p", 1))).isEqualTo((7 - 4 + 1 + 0) / 2f, within(1e-6f));
    float cubic = (float) (Math.cbrt(27 + 64) - 4 + 1);
    assertThat(loss(options("p", 3))).isEqualTo(cubic / 2, within(1e-6f));
  }

  @Test
  void pullsThePositiveAndPushesTheNegative() {
    try (TestLayer layer = swept(options())) {
      assertThat(layer.bottomDiff(0))
          .containsExactly(new float[] {-0.6f, -0.8f + 1, 0, 0}, within(1e-6f));
      assertThat(layer.bottomDiff(1))
          .containsExactly(new float[] {0.6f, 0.8f, 0, 0}, within(1e-6f));
      assertThat(layer.bottomDiff(2)).containsExactly(new float[] {0, -1, 0, 0}, within(1e-6f));
    }
  }

  @Test
  void comparesTheNegativeWithTheNearerIfTold() {
    Map<String, Object> swap = options("swap", true);

    assertThat(loss(swap)).isEqualTo((5 - 3 + 1 + 0) / 2f, within(1e-6f));
    try (TestLayer layer = swept(swap)) {
      assertThat(layer.bottomDiff(0))
          .containsExactly(new float[] {-0.6f, -0.8f, 0, 0}, within(1e-6f));
      assertThat(layer.bottomDiff(1))
          .containsExactly(new float[] {0.6f - 1, 0.8f, 0, 0}, within(1e-6f));
      assertThat(layer.bottomDiff(2)).containsExactly(new float[] {1, 0, 0, 0}, within(1e-6f));
    }
  }

  @Test
  void hasNoGradientAtTheDistance0() {
    for (double p : new double[] {1, 2, 3}) {
      try (TestLayer layer = make("TripletLoss", options("p", p), blob(2), blob(2), blob(2))) {
        layer.forward();
        layer.backward(1);
        assertThat(layer.top(0)).containsExactly(1);
        assertThat(layer.bottomDiff(0)).containsExactly(0);
      }
    }
  }

  @Test
  void survivesHighPowersOfSmallDistances() {
    Map<String, Object> options = options("p", 100);
    try (TestLayer layer = make("TripletLoss", options, blob(1e-5), blob(0), blob(-1e-5))) {
      layer.forward();
      layer.backward(1);
      assertThat(layer.bottomDiff(0)).containsExactly(new float[] {0}, within(1e-6f));
      assertThat(layer.bottomDiff(1)).containsExactly(new float[] {-1}, within(1e-6f));
    }
  }

  @Test
  void isNoNumberWhenAnElementIsNone() {
    assertThat(run("TripletLoss", options(), blob(Double.NaN), blob(1), blob(-1))[0]).isNaN();
    assertThat(run("TripletLoss", options("swap", true), blob(1), blob(1), blob(Double.NaN))[0])
        .isNaN();
  }

  @Test
  void takesAnEmptyBatch() {
    Blob none = blob(Shape.of(0, 3));

    assertThat(run("TripletLoss", options(), none, blob(Shape.of(0, 3)), blob(Shape.of(0, 3))))
        .containsExactly(0);
  }

  @Test
  void refusesAPowerBelow1() {
    assertThat(refusal("TripletLoss", options("p", 0.5), anchors(), positives(), negatives()))
        .contains("p must be at least 1");
  }

  @Test
  void refusesBottomsOfDifferentShapes() {
    assertThat(refusal("TripletLoss", options(), anchors(), positives(), blob(1, 2)))
        .isEqualTo("bottom 2 has the shape [2], but must have that of bottom 0, [2x2]");
  }
}
