package org.cortado.layers.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cortado.testkit.Values.labels;

import java.util.List;
import java.util.stream.Stream;
import org.cortado.api.NumbersException;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Shape;
import org.cortado.testkit.Case;
import org.cortado.testkit.LayerContract;
import org.cortado.testkit.TestLayer;
import org.junit.jupiter.api.Test;

class AccuracyLayerTest extends LayerContract {

  @Override
  protected Stream<Case> cases() {
    return Stream.of(
        layer("Accuracy").bottom(4, 3).bottom(labels(3), 4),
        layer("Accuracy").option("top_k", 2).bottom(4, 3).bottom(labels(3), 4).tops(2),
        layer("Accuracy").option("ignore_label", 1).bottom(4, 3).bottom(labels(3), 4),
        layer("Accuracy").bottom(2, 3, 2, 2).bottom(labels(3), 2, 2, 2),
        layer("Accuracy").option("axis", 0).bottom(3).bottom(labels(3)));
  }

  /** The best classes are 2, 0 and 1, the second best 1, 1 and 2. */
  private static Blob scores() {
    return blob(Shape.of(3, 3), 1, 2, 3, 6, 5, 4, 7, 9, 8);
  }

  @Test
  void isTheShareOfLabelsWithTheBestScore() {
    assertThat(run("Accuracy", options(), scores(), blob(2, 1, 0))).containsExactly(1 / 3f);
  }

  @Test
  void countsTheBestKScores() {
    assertThat(run("Accuracy", options("top_k", 2), scores(), blob(2, 1, 0)))
        .containsExactly(2 / 3f);
    assertThat(run("Accuracy", options("top_k", 3), scores(), blob(2, 1, 0))).containsExactly(1);
  }

  @Test
  void countsTiesAsWrong() {
    Blob equal = blob(Shape.of(2, 2), 1, 1, 1, 1);

    assertThat(run("Accuracy", options(), equal, blob(0, 1))).containsExactly(0);
    assertThat(run("Accuracy", options("top_k", 2), equal, blob(0, 1))).containsExactly(1);
  }

  @Test
  void leavesIgnoredLabelsOut() {
    assertThat(run("Accuracy", options("ignore_label", 9), scores(), blob(2, 9, 9)))
        .containsExactly(1);
    assertThat(run("Accuracy", options("ignore_label", 9), scores(), blob(9, 9, 9)))
        .containsExactly(0);
  }

  @Test
  void showsTheShareOfEachClassAsSecondTop() {
    List<Blob> bottoms = List.of(scores(), blob(2, 2, 0));
    try (TestLayer layer = TestLayer.of("Accuracy", options(), 2, bottoms)) {
      layer.forward();
      assertThat(layer.topShape(1)).isEqualTo(Shape.of(3));
      assertThat(layer.top(1)).containsExactly(0, 0, 0.5f);
    }
  }

  @Test
  void readsSpatialLabelsAtTheirPlace() {
    Blob scores = blob(Shape.of(1, 2, 2), 1, 4, 2, 3);

    assertThat(run("Accuracy", options(), scores, blob(Shape.of(1, 2), 1, 0))).containsExactly(1);
  }

  @Test
  void refusesScoresThatAreNoNumbers() {
    Blob scores = blob(Shape.of(2, 2), 1, 2, 3, Double.NaN);

    assertThatThrownBy(() -> run("Accuracy", options(), scores, blob(0, 0)))
        .isInstanceOf(NumbersException.class)
        .hasMessage("the score of class 1 at position 1 of [2x2] is NaN");
  }

  @Test
  void refusesALabelOutOfRange() {
    assertThat(refusal("Accuracy", options(), scores(), blob(0, 1, 3)))
        .isEqualTo("label 3 at [2] of [3] must be a whole number from 0 to 2");
  }

  @Test
  void refusesMoreBestScoresThanClasses() {
    assertThat(refusal("Accuracy", options("top_k", 4), scores(), blob(0, 1, 2)))
        .isEqualTo("top_k must be at most 3, the number of classes, but is 4");
    assertThat(refusal("Accuracy", options("top_k", 0), scores(), blob(0, 1, 2)))
        .contains("top_k must be at least 1");
  }

  @Test
  void hasNoBackwardPass() {
    try (TestLayer layer = make("Accuracy", options(), scores(), blob(0, 1, 2))) {
      layer.forward();
      assertThatThrownBy(() -> layer.backward(1))
          .isInstanceOf(UnsupportedOperationException.class)
          .hasMessage("Accuracy has no backward pass");
    }
  }
}
