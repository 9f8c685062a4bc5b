package org.cortado.layers.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.cortado.testkit.Values.between;

import java.util.Map;
import java.util.stream.Stream;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Shape;
import org.cortado.testkit.Case;
import org.cortado.testkit.LayerContract;
import org.cortado.testkit.TestLayer;
import org.junit.jupiter.api.Test;

class KLDivLossLayerTest extends LayerContract {

  @Override
  protected Stream<Case> cases() {
    return Stream.of(
        layer("KLDivLoss").bottom(4, 3).bottom(between(0, 1), 4, 3),
        layer("KLDivLoss").option("log_target", true).bottom(4, 3).bottom(4, 3),
        layer("KLDivLoss")
            .option("normalization", "full")
            .bottom(2, 3, 5)
            .bottom(between(0, 1), 2, 15),
        layer("KLDivLoss").option("normalization", "none").bottom(4).bottom(between(0, 1), 4),
        layer("KLDivLoss").bottom().bottom(between(0, 1)),
        layer("KLDivLoss").bottom(1).bottom(between(0, 1), 1));
  }

  private static float loss(Map<String, Object> options, Blob a, Blob b) {
    return run("KLDivLoss", options, a, b)[0];
  }

  private static TestLayer swept(Map<String, Object> options, Blob a, Blob b) {
    TestLayer layer = make("KLDivLoss", options, a, b);
    layer.forward();
    layer.backward(2);
    return layer;
  }

  private static final double LN2 = Math.log(2);

  /** The target is 1/4, 3/4 where the net says 1/2, 1/2. */
  private static Blob halves() {
    return blob(Shape.of(1, 2), -LN2, -LN2);
  }

  private static Blob target() {
    return blob(Shape.of(1, 2), 0.25, 0.75);
  }

  private static float divergence() {
    return (float) (0.25 * Math.log(0.5) + 0.75 * Math.log(1.5));
  }

  @Test
  void isTheDivergence() {
    assertThat(loss(options(), halves(), target())).isEqualTo(divergence(), within(1e-6f));
    assertThat(loss(options("normalization", "full"), halves(), target()))
        .isEqualTo(divergence() / 2, within(1e-6f));
  }

  @Test
  void takesLogarithmsForTargets() {
    Blob logarithms = blob(Shape.of(1, 2), Math.log(0.25), Math.log(0.75));

    assertThat(loss(options("log_target", true), halves(), logarithms))
        .isEqualTo(divergence(), within(1e-6f));
    try (TestLayer layer = swept(options("log_target", true), halves(), logarithms)) {
      assertThat(layer.bottomDiff(0)).containsExactly(new float[] {-0.5f, -1.5f}, within(1e-6f));
    }
  }

  @Test
  void raisesWhatTheTargetHas() {
    try (TestLayer layer = swept(options(), halves(), target())) {
      assertThat(layer.bottomDiff(0)).containsExactly(-0.5f, -1.5f);
    }
  }

  @Test
  void countsForNothingWhatTheTargetHasNot() {
    Blob x = blob(Shape.of(1, 2), Double.NEGATIVE_INFINITY, 0);

    assertThat(loss(options(), x, blob(Shape.of(1, 2), 0, 1))).isZero();
    assertThat(
            loss(options("log_target", true), x, blob(Shape.of(1, 2), Double.NEGATIVE_INFINITY, 0)))
        .isZero();
    assertThat(loss(options(), blob(Double.NaN), blob(0))).isNaN();
    assertThat(loss(options(), blob(-1), blob(-0.5))).isNaN();
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
    assertThat(refusal("KLDivLoss", options(), blob(1, 2), blob(1, 2, 3)))
        .isEqualTo("both bottoms must have the same items and elements, but are [2] and [3]");
  }
}
