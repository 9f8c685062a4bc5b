package org.cortado.layers.core.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Shape;
import org.cortado.testkit.Case;
import org.cortado.testkit.LayerContract;
import org.cortado.testkit.TestLayer;
import org.cortado.testkit.Values;
import org.junit.jupiter.api.Test;

class MaxLayerTest extends LayerContract {

  /** The values are far enough apart for a difference not to change which one is greatest. */
  @Override
  protected Stream<Case> cases() {
    return Stream.of(
        layer("Max").bottom(Values.exactly(1, 5, -3), 3).bottom(Values.exactly(2, 4, -4), 3),
        layer("Max")
            .bottom(Values.exactly(1, 5, 3, 0), 2, 2)
            .bottom(Values.exactly(2, 4, 9, 1), 2, 2)
            .bottom(Values.exactly(3, 3, 6, 2), 2, 2),
        layer("Max").bottom(Values.between(0, 1), 3, 4).bottom(Values.between(2, 3), 3, 4),
        layer("Max").bottom(Values.exactly(1, 5, -3), 3, 1).bottom(Values.exactly(2, 4, 7), 3),
        layer("Max").bottom(Values.distinct(), 3, 4),
        layer("Max").bottom(1),
        layer("Max").option("keep_dims", true).bottom(Values.distinct(), 3, 4),
        layer("Max").option("axes", 1).bottom(Values.distinct(), 2, 5, 3),
        layer("Max")
            .option("axes", "[0, -1]")
            .option("keep_dims", true)
            .bottom(Values.distinct(), 2, 5, 3));
  }

  @Test
  void takesTheGreatest() {
    assertThat(run("Max", options(), blob(1, -2, 0), blob(0.5, 3, 0), blob(-9, -9, 7)))
        .containsExactly(1f, 3f, 7f);
  }

  @Test
  void givesTheGradientToTheEarliestOfEqualOnes() {
    try (TestLayer max = make("Max", options(), blob(1, 0, 4), blob(1, 2, 4), blob(0, 2, 4))) {
      max.forward();
      max.backward(10, 20, 30);
      assertThat(max.bottomDiff(0)).containsExactly(10f, 0f, 30f);
      assertThat(max.bottomDiff(1)).containsExactly(0f, 20f, 0f);
      assertThat(max.bottomDiff(2)).containsExactly(0f, 0f, 0f);
    }
  }

  @Test
  void showsNaN() {
    assertThat(run("Max", options(), blob(1, Double.NaN), blob(Double.NaN, 1)))
        .containsExactly(Float.NaN, Float.NaN);
  }

  @Test
  void takesTheGreatestAlongAxes() {
    Blob x = blob(Shape.of(2, 3), 1, 7, 7, 9, -2, 8);
    assertThat(run("Max", options(), x)).containsExactly(9f);
    assertThat(run("Max", options("axes", 0), x)).containsExactly(9f, 7f, 8f);
    try (TestLayer max = make("Max", options("axes", 1, "keep_dims", true), x)) {
      max.forward();
      assertThat(max.topShape(0)).isEqualTo(Shape.of(2, 1));
      assertThat(max.top(0)).containsExactly(7f, 9f);
      max.backward(10, 20);
      assertThat(max.bottomDiff(0)).containsExactly(0f, 10f, 0f, 20f, 0f, 0f);
    }
  }

  @Test
  void showsNaNAlongAxesAndGivesItTheGradient() {
    try (TestLayer max = make("Max", options(), blob(1, Double.NaN, 3, Double.NaN))) {
      max.forward();
      assertThat(max.top(0)).containsExactly(Float.NaN);
      max.backward(5);
      assertThat(max.bottomDiff(0)).containsExactly(0f, 5f, 0f, 0f);
    }
  }

  @Test
  void isZeroWhereThereIsNothing() {
    try (TestLayer max = make("Max", options("axes", 0), blob(Shape.of(0, 2)))) {
      max.forward();
      assertThat(max.top(0)).containsExactly(0f, 0f);
      max.backward(1, 2);
      assertThat(max.bottomDiff(0)).isEmpty();
    }
  }

  @Test
  void refusesAxesOfSeveralBottoms() {
    assertThat(refusal("Max", options("axes", 0), blob(1, 2), blob(3, 4)))
        .isEqualTo("axes and keep_dims are for one bottom, but there are 2");
  }

  @Test
  void refusesAnotherShape() {
    assertThat(refusal("Max", options(), blob(1, 2), blob(3, 4, 5)))
        .startsWith("bottom 1 has the shape [3], which doesn't go with [2] before it");
  }
}
