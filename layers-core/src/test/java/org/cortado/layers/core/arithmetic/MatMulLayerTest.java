package org.cortado.layers.core.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Shape;
import org.cortado.testkit.Case;
import org.cortado.testkit.LayerContract;
import org.cortado.testkit.TestLayer;
import org.junit.jupiter.api.Test;

class MatMulLayerTest extends LayerContract {

  @Override
  protected Stream<Case> cases() {
    Stream<Case> cases = Stream.empty();
    for (boolean ta : new boolean[] {false, true}) {
      for (boolean tb : new boolean[] {false, true}) {
        cases = Stream.concat(cases, cases(ta, tb));
      }
    }
    return cases;
  }

  private static Stream<Case> cases(boolean ta, boolean tb) {
    Shape one = Shape.of();
    return Stream.of(
        matMul(ta, tb, one, one).fixedShape(),
        matMul(ta, tb, Shape.of(5), Shape.of(5)),
        matMul(ta, tb, Shape.of(5), one).fixedShape(),
        matMul(ta, tb, one, Shape.of(5)).fixedShape(),
        matMul(ta, tb, Shape.of(2, 1), Shape.of(3)).fixedShape(),
        matMul(ta, tb, Shape.of(2, 3), Shape.of(2, 1)));
  }

  private static Case matMul(boolean ta, boolean tb, Shape batchA, Shape batchB) {
    return layer("MatMul")
        .withoutClaims()
        .option("transpose_a", ta)
        .option("transpose_b", tb)
        .bottom(matrices(batchA, ta ? 3 : 2, ta ? 2 : 3))
        .bottom(matrices(batchB, tb ? 4 : 3, tb ? 3 : 4));
  }

  private static int[] matrices(Shape batch, int rows, int columns) {
    return IntStream.concat(
            batch.dims().stream().mapToInt(Integer::intValue), IntStream.of(rows, columns))
        .toArray();
  }

  private static Blob x() {
    return blob(Shape.of(2, 3), 1, 2, 3, 4, 5, 6);
  }

  @Test
  void multipliesTwoMatrices() {
    try (TestLayer layer = make("MatMul", options(), x(), blob(Shape.of(3, 1), 1, 0, -1))) {
      layer.forward();
      assertThat(layer.topShape(0)).isEqualTo(Shape.of(2, 1));
      assertThat(layer.top(0)).containsExactly(-2f, -2f);
      layer.backward(1, 10);
      assertThat(layer.bottomDiff(0)).containsExactly(1f, 0f, -1f, 10f, 0f, -10f);
      assertThat(layer.bottomDiff(1)).containsExactly(41f, 52f, 63f);
    }
  }

  @Test
  void stretchesTheAxesOfTheBatch() {
    Blob a = blob(Shape.of(2, 1, 1, 1), 2, 3);
    Blob b = blob(Shape.of(3, 1, 1), 10, 20, 30);
    try (TestLayer layer = make("MatMul", options(), a, b)) {
      layer.forward();
      assertThat(layer.topShape(0)).isEqualTo(Shape.of(2, 3, 1, 1));
      assertThat(layer.top(0)).containsExactly(20f, 40f, 60f, 30f, 60f, 90f);
      layer.backward(1, 1, 1, 0, 0, 1);
      assertThat(layer.bottomDiff(0)).containsExactly(60f, 30f);
      assertThat(layer.bottomDiff(1)).containsExactly(2f, 2f, 5f);
    }
  }

  @Test
  void takesEmptyBatchesAndEmptySums() {
    try (TestLayer layer = make("MatMul", options(), blob(Shape.of(0, 2, 3)), x3())) {
      layer.forward();
      assertThat(layer.topShape(0)).isEqualTo(Shape.of(0, 2, 1));
      layer.backward();
      assertThat(layer.bottomDiff(1)).containsExactly(0f, 0f, 0f);
    }
    assertThat(run("MatMul", options(), blob(Shape.of(2, 0)), blob(Shape.of(0, 1))))
        .containsExactly(0f, 0f);
  }

  private static Blob x3() {
    return blob(Shape.of(1, 3, 1), 1, 2, 3);
  }

  @Test
  void refusesShapesThatDontGoTogether() {
    assertThat(refusal("MatMul", options(), x(), x()))
        .isEqualTo("the bottoms [2x3] and [2x3] can't be multiplied: rows of 3 by columns of 2");
    assertThat(refusal("MatMul", options(), x(), blob(1, 2, 3)))
        .isEqualTo("bottom 1 must have at least 2 axes, but is [3]");
    Blob two = blob(Shape.of(2, 1, 1), 1, 2);
    assertThat(refusal("MatMul", options(), two, blob(Shape.of(3, 1, 1), 1, 2, 3)))
        .isEqualTo(
            "the bottoms [2x1x1] and [3x1x1] can't be multiplied: before the last two axes sizes"
                + " must be equal, or one of them 1");
  }
}
