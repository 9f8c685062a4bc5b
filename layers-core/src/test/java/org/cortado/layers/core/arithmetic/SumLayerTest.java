package org.cortado.layers.core.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Shape;
import org.cortado.testkit.Case;
import org.cortado.testkit.LayerContract;
import org.cortado.testkit.TestLayer;
import org.junit.jupiter.api.Test;

class SumLayerTest extends LayerContract {

  @Override
  protected Stream<Case> cases() {
    return Stream.of(
        layer("Sum").bottom(2, 3),
        layer("Sum").bottom(),
        layer("Sum").option("axes", 1).bottom(2, 3, 2),
        layer("Sum").option("axes", "[0, 2]").bottom(2, 3, 2),
        layer("Sum").option("axes", "[-1, 1]").bottom(2, 3, 2),
        layer("Sum").option("axes", "[0, -2]").bottom(2, 3, 4, 5),
        layer("Sum").option("axes", 0).option("keep_dims", true).bottom(3, 2));
  }

  private static Blob counting() {
    return blob(Shape.of(2, 3), 1, 2, 3, 4, 5, 6);
  }

  private static void assertSum(Map<String, Object> options, Shape shape, float... sums) {
    try (TestLayer sum = make("Sum", options, counting())) {
      sum.forward();
      assertThat(sum.topShape(0)).isEqualTo(shape);
      assertThat(sum.top(0)).containsExactly(sums);
    }
  }

  @Test
  void sumsAllWithoutAxes() {
    assertSum(options(), Shape.of(), 21);
  }

  @Test
  void sumsAlongEachAxis() {
    assertSum(options("axes", 0), Shape.of(3), 5, 7, 9);
    assertSum(options("axes", 1), Shape.of(2), 6, 15);
    assertSum(options("axes", "[-1]"), Shape.of(2), 6, 15);
    assertSum(options("axes", "[1, 0]"), Shape.of(), 21);
    assertSum(options("axes", 1, "keep_dims", true), Shape.of(2, 1), 6, 15);
  }

  @Test
  void sumsAnAxisBetweenTwo() {
    Blob x = blob(Shape.of(2, 2, 2), 1, 2, 3, 4, 5, 6, 7, 8);
    assertThat(run("Sum", options("axes", 1), x)).containsExactly(4f, 6f, 12f, 14f);
  }

  @Test
  void spreadsTheGradient() {
    try (TestLayer sum = make("Sum", options("axes", 0), counting())) {
      sum.forward();
      sum.backward(7, 8, 9);
      assertThat(sum.bottomDiff(0)).containsExactly(7f, 8f, 9f, 7f, 8f, 9f);
    }
  }

  @Test
  void keepsSmallSummandsBesideALargeOne() {
    assertThat(run("Sum", options(), blob(1e8, 1, 1, 1, 1, -1e8))).containsExactly(4f);
  }

  @Test
  void sumsNothingToZero() {
    assertThat(run("Sum", options("axes", 0), blob(Shape.of(0, 2)))).containsExactly(0f, 0f);
    assertThat(run("Sum", options("axes", 0), blob(Shape.of(2, 0)))).isEmpty();
  }

  @Test
  void refusesAnAxisThatThereIsNot() {
    assertThat(refusal("Sum", options("axes", 2), counting()))
        .isEqualTo("axes is 2, but the bottom [2x3] has 2 axes");
  }

  @Test
  void refusesTheSameAxisTwice() {
    assertThat(refusal("Sum", options("axes", "[1, -1]"), counting()))
        .isEqualTo("axes [1, -1] has an axis of the bottom [2x3] twice");
  }
}
