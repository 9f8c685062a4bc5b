package org.cortado.layers.loss;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.cortado.api.blob.Shape;
import org.cortado.testkit.Case;
import org.cortado.testkit.LayerContract;
import org.cortado.testkit.TestLayer;
import org.junit.jupiter.api.Test;

class EuclideanLossLayerTest extends LayerContract {

  @Override
  protected Stream<Case> cases() {
    return Stream.of(
        layer("EuclideanLoss").bottom(4, 3).bottom(4, 3),
        layer("EuclideanLoss").bottom(4, 1).bottom(4),
        layer("EuclideanLoss").bottom().bottom(),
        layer("EuclideanLoss").bottom(1).bottom(1));
  }

  @Test
  void isHalfTheSquaredDistancePerItem() {
    assertThat(
            run(
                "EuclideanLoss",
                options(),
                blob(Shape.of(2, 2), 1, 2, 3, 4),
                blob(Shape.of(2, 2), 1, 0, 0, 5)))
        .containsExactly((4 + 9 + 1) / 4f);
  }

  @Test
  void pullsBothBottomsTogether() {
    try (TestLayer layer = make("EuclideanLoss", options(), blob(1, 5), blob(0, 7))) {
      layer.forward();
      layer.backward(4);
      assertThat(layer.bottomDiff(0)).containsExactly(2, -4);
      assertThat(layer.bottomDiff(1)).containsExactly(-2, 4);
    }
  }

  @Test
  void takesAScalarForOneItem() {
    assertThat(run("EuclideanLoss", options(), blob(Shape.of(), 3), blob(Shape.of(), 1)))
        .containsExactly(2);
  }

  @Test
  void refusesBottomsOfDifferentSizes() {
    assertThat(refusal("EuclideanLoss", options(), blob(1, 2), blob(1, 2, 3)))
        .isEqualTo("both bottoms must have the same items and elements, but are [2] and [3]");
    assertThat(refusal("EuclideanLoss", options(), blob(1, 2), blob(Shape.of(1, 2), 1, 2)))
        .isEqualTo("both bottoms must have the same items and elements, but are [2] and [1x2]");
  }

  @Test
  void isNoNumberWhenAnElementIsNone() {
    assertThat(run("EuclideanLoss", options(), blob(1, Double.NaN), blob(1, 2))[0]).isNaN();
  }

  @Test
  void sumsManyElements() {
    int count = 3 * 4096 + 5;
    double[] ones = new double[count];
    Arrays.fill(ones, 3);

    assertThat(run("EuclideanLoss", options(), blob(ones), blob(new double[count])))
        .containsExactly(4.5f);
  }

  @Test
  void takesAnEmptyBatch() {
    assertThat(run("EuclideanLoss", options(), blob(), blob())).containsExactly(0);
  }
}
