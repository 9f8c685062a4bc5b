package org.cortado.layers.core.shape;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Shape;
import org.cortado.testkit.Case;
import org.cortado.testkit.LayerContract;
import org.cortado.testkit.TestLayer;
import org.junit.jupiter.api.Test;

class ArgMaxLayerTest extends LayerContract {

  private static final float NAN = Float.NaN;

  @Override
  protected Stream<Case> cases() {
    Case argMax = layer("ArgMax");
    return Stream.of(
        argMax.bottom(2, 3),
        argMax.bottom(5),
        argMax.bottom(1, 1, 1, 1, 1),
        argMax.option("top_k", 3).option("out_max_val", true).bottom(2, 3, 2),
        argMax.option("axis", 1).bottom(2, 5, 3),
        argMax.option("axis", -1).option("top_k", 2).option("out_max_val", true).bottom(2, 3, 4),
        argMax.option("axis", 0).option("top_k", 2).bottom(2, 3).fixedShape().mixesItems());
  }

  private static Blob items() {
    return blob(Shape.of(2, 2, 2), 1, 4, 3, 2, -1, -2, -4, -3);
  }

  @Test
  void findsThePlaceInEachItem() {
    try (TestLayer argMax = make("ArgMax", options(), items())) {
      argMax.forward();
      assertThat(argMax.topShape(0)).isEqualTo(Shape.of(2, 1, 1));
      assertThat(argMax.top(0)).containsExactly(1f, 0f);
    }
  }

  @Test
  void writesThePlacesThenTheValues() {
    try (TestLayer argMax = make("ArgMax", options("top_k", 3, "out_max_val", true), items())) {
      argMax.forward();
      assertThat(argMax.topShape(0)).isEqualTo(Shape.of(2, 2, 3));
      assertThat(argMax.top(0)).containsExactly(1f, 2f, 3f, 4f, 3f, 2f, 0f, 1f, 3f, -1f, -2f, -3f);
    }
  }

  @Test
  void hasAtLeastThreeAxesAndAsManyAsTheBottom() {
    try (TestLayer flat = make("ArgMax", options(), blob(1, 2));
        TestLayer deep = make("ArgMax", options(), blob(Shape.of(1, 1, 1, 1), 0))) {
      assertThat(flat.topShape(0)).isEqualTo(Shape.of(2, 1, 1));
      assertThat(deep.topShape(0)).isEqualTo(Shape.of(1, 1, 1, 1));
    }
  }

  @Test
  void searchesAlongAnAxis() {
    try (TestLayer argMax = make("ArgMax", options("axis", 1), items())) {
      argMax.forward();
      assertThat(argMax.topShape(0)).isEqualTo(Shape.of(2, 1, 2));
      assertThat(argMax.top(0)).containsExactly(1f, 0f, 0f, 0f);
    }
    assertThat(run("ArgMax", options("axis", 1, "top_k", 2), items()))
        .containsExactly(1f, 0f, 0f, 1f, 0f, 0f, 1f, 1f);
    assertThat(run("ArgMax", options("axis", 1, "out_max_val", true), items()))
        .containsExactly(3f, 4f, -1f, -2f);
  }

  @Test
  void takesTheLastOfEqualValuesFirst() {
    Blob ties = blob(Shape.of(1, 4), 5, 7, 7, 5);
    assertThat(run("ArgMax", options(), ties)).containsExactly(2f);
    assertThat(run("ArgMax", options("top_k", 4), ties)).containsExactly(2f, 1f, 3f, 0f);
  }

  @Test
  void takesNaNForTheGreatest() {
    double infinity = Double.POSITIVE_INFINITY;
    Blob x = blob(Shape.of(1, 5), 1, Double.NaN, infinity, Double.NaN, -infinity);
    assertThat(run("ArgMax", options("top_k", 5, "out_max_val", true), x))
        .containsExactly(
            3f, 1f, 2f, 0f, 4f, NAN, NAN, Float.POSITIVE_INFINITY, 1f, Float.NEGATIVE_INFINITY);
  }

  @Test
  void takesAnEmptyBatch() {
    try (TestLayer argMax = make("ArgMax", options(), blob(Shape.of(0, 2)))) {
      argMax.forward();
      assertThat(argMax.topShape(0)).isEqualTo(Shape.of(0, 1, 1));
    }
  }

  @Test
  void refusesToFindMoreThanThereAre() {
    assertThat(refusal("ArgMax", options("top_k", 5), items()))
        .isEqualTo("top_k is 5, but an item of the bottom [2x2x2] has 4 elements");
    assertThat(refusal("ArgMax", options("top_k", 3, "axis", -2), items()))
        .isEqualTo("top_k is 3, but axis 1 of the bottom [2x2x2] has 2 elements");
    assertThat(refusal("ArgMax", options(), blob(Shape.of(2, 0))))
        .isEqualTo("top_k is 1, but an item of the bottom [2x0] has 0 elements");
    assertThat(refusal("ArgMax", options("top_k", 0), items()))
        .startsWith("top_k must be at least 1");
  }

  @Test
  void refusesAxesThatThereAreNot() {
    assertThat(refusal("ArgMax", options("axis", 3), items()))
        .isEqualTo("axis is 3, but the bottom [2x2x2] has 3 axes");
    assertThat(refusal("ArgMax", options(), blob(Shape.of(), 1)))
        .isEqualTo("the bottom is a single number, but must have a batch axis");
  }
}
