package org.cortado.layers.activations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cortado.testkit.Values.distinct;

import java.util.stream.Stream;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Shape;
import org.cortado.testkit.Case;
import org.cortado.testkit.LayerContract;
import org.cortado.testkit.TestLayer;
import org.junit.jupiter.api.Test;

class MaxoutLayerTest extends LayerContract {

  @Override
  protected Stream<Case> cases() {
    return Stream.of(
        layer("Maxout").option("num_pieces", 2).bottom(distinct(), 2, 4),
        layer("Maxout").option("num_pieces", 3).bottom(distinct(), 2, 6, 5),
        layer("Maxout").option("num_pieces", 1).bottom(distinct(), 2, 3),
        layer("Maxout").option("num_pieces", 2).option("axis", -1).bottom(distinct(), 3, 2),
        layer("Maxout").option("num_pieces", 4).option("axis", 0).bottom(distinct(), 8),
        layer("Maxout").option("num_pieces", 2).bottom(distinct(), 3, 4, 2, 2),
        layer("Maxout").option("num_pieces", 5).bottom(distinct(), 1, 5),
        layer("Maxout").option("num_pieces", 2).bottom(distinct(), 2, 4, 3000),
        layer("Maxout").option("num_pieces", 3).option("axis", 2).bottom(distinct(), 2, 700, 6));
  }

  @Test
  void takesTheGreatestOfNeighbouringChannels() {
    Blob x = blob(Shape.of(1, 4, 2), 1, 2, 3, -4, -5, -6, -7, 8);
    try (TestLayer layer = make("Maxout", options("num_pieces", 2), x)) {
      layer.forward();
      assertThat(layer.topShape(0)).isEqualTo(Shape.of(1, 2, 2));
      assertThat(layer.top(0)).containsExactly(3, 2, -5, 8);
      layer.backward(1, 2, 3, 4);
      assertThat(layer.bottomDiff(0)).containsExactly(0, 2, 1, 0, 3, 0, 0, 4);
    }
  }

  @Test
  void givesTheGradientToTheFirstOfEquals() {
    try (TestLayer layer = make("Maxout", options("num_pieces", 3, "axis", 0), blob(7, 7, 7))) {
      layer.forward();
      layer.backward(5);
      assertThat(layer.bottomDiff(0)).containsExactly(5, 0, 0);
    }
  }

  @Test
  void takesInfiniteElementsAsTheyAre() {
    Blob x = blob(1, Float.POSITIVE_INFINITY, Float.POSITIVE_INFINITY, 2, 3, -1);
    Blob low = blob(Float.NEGATIVE_INFINITY, Float.NEGATIVE_INFINITY);
    assertThat(gradient(3, x, 5, 6)).containsExactly(0, 5, 0, 0, 6, 0);
    assertThat(gradient(2, low, 7)).containsExactly(7, 0);
  }

  @Test
  void hasNoNumberWhereAPieceIsNone() {
    Blob x = blob(1, Float.NaN, 3, 2, 3, -1);
    assertThat(run("Maxout", options("num_pieces", 3, "axis", 0), x)).containsExactly(Float.NaN, 3);
    assertThat(gradient(3, x, 5, 6)).containsExactly(Float.NaN, Float.NaN, Float.NaN, 0, 6, 0);
  }

  private static float[] gradient(int pieces, Blob x, double... dy) {
    try (TestLayer layer = make("Maxout", options("num_pieces", pieces, "axis", 0), x)) {
      layer.forward();
      layer.backward(dy);
      return layer.bottomDiff(0);
    }
  }

  @Test
  void worksOnMoreThanItsArraysHold() {
    int pieces = 5000;
    Blob x = blob(Shape.of(1, pieces, 3), new double[3 * pieces]);
    x.data().update().put(3 * 4321 + 1, 2).put(3 * 4999 + 2, 4);
    try (TestLayer layer = make("Maxout", options("num_pieces", pieces), x)) {
      layer.forward();
      assertThat(layer.top(0)).containsExactly(0, 2, 4);
      layer.backward(1, 2, 3);
      float[] dx = layer.bottomDiff(0);
      assertThat(new float[] {dx[0], dx[3 * 4321 + 1], dx[3 * 4999 + 2]}).containsExactly(1, 2, 3);
    }
  }

  @Test
  void demandsAMultipleOfItsPieces() {
    assertThat(refusal("Maxout", options("num_pieces", 2), blob(Shape.of(1, 3), 1, 2, 3)))
        .isEqualTo("axis 1 of the bottom [1x3] must be a multiple of num_pieces, 2, but is 3");
    assertThat(refusal("Maxout", options("num_pieces", 0), blob(1))).contains("num_pieces");
    assertThat(refusal("Maxout", options("num_pieces", 1), blob(1))).contains("axis is 1");
  }

  @Test
  void takesAnEmptyBatch() {
    assertThat(run("Maxout", options("num_pieces", 2), blob(Shape.of(0, 4)))).isEmpty();
  }
}
