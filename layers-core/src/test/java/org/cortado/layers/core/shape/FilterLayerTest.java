package org.cortado.layers.core.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.cortado.api.InvalidLayerException;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Shape;
import org.cortado.testkit.Case;
import org.cortado.testkit.LayerContract;
import org.cortado.testkit.TestLayer;
import org.cortado.testkit.Values;
import org.junit.jupiter.api.Test;

class FilterLayerTest extends LayerContract {

  @Override
  protected Stream<Case> cases() {
    Case filter = layer("Filter");
    return Stream.of(
        filter.bottom(3, 2).bottom(Values.exactly(1, 0, -2), 3),
        filter.bottom(3, 2).bottom(3).bottom(Values.exactly(0, 1, 1), 3, 1, 1).tops(2),
        filter.bottom(2, 2).bottom(Values.exactly(0, 0), 2),
        filter.bottom(4, 2).bottom(Values.labels(2), 4),
        filter.bottom(1).bottom(Values.exactly(1), 1));
  }

  private static Blob items() {
    return blob(Shape.of(3, 2), 1, 2, 3, 4, 5, 6);
  }

  @Test
  void keepsTheItemsThatAreNotMarkedWithZero() {
    try (TestLayer filter = make("Filter", options(), items(), blob(1, 0, Double.NaN))) {
      assertThat(filter.topShape(0)).isEqualTo(Shape.of(3, 2));
      filter.forward();
      assertThat(filter.topShape(0)).isEqualTo(Shape.of(2, 2));
      assertThat(filter.top(0)).containsExactly(1f, 2f, 5f, 6f);
      filter.backward(10, 20, 50, 60);
      assertThat(filter.bottomDiff(0)).containsExactly(10f, 20f, 0f, 0f, 50f, 60f);
    }
  }

  @Test
  void filtersSeveralBottomsAlike() {
    try (TestLayer filter =
        TestLayer.of("Filter", options(), 2, List.of(items(), blob(7, 8, 9), blob(0, 1, 0)))) {
      filter.forward();
      assertThat(filter.top(0)).containsExactly(3f, 4f);
      assertThat(filter.top(1)).containsExactly(8f);
    }
  }

  @Test
  void keepsNothingAndThenSomethingAgain() {
    Blob selector = blob(0, 0, 0);
    try (TestLayer filter = make("Filter", options(), items(), selector)) {
      filter.forward();
      assertThat(filter.topShape(0)).isEqualTo(Shape.of(0, 2));
      filter.bottoms().get(0).diff().write().put(0, 99);
      filter.backward();
      assertThat(filter.bottomDiff(0)).containsExactly(0f, 0f, 0f, 0f, 0f, 0f);
      selector.data().write().put(0, 1).put(1, 1).put(2, 1);
      filter.forward();
      assertThat(filter.topShape(0)).isEqualTo(Shape.of(3, 2));
      assertThat(filter.top(0)).containsExactly(1f, 2f, 3f, 4f, 5f, 6f);
    }
  }

  @Test
  void takesAnEmptyBatch() {
    assertThat(run("Filter", options(), blob(Shape.of(0, 2)), blob())).isEmpty();
  }

  @Test
  void refusesOtherShapes() {
    assertThat(refusal("Filter", options(), items(), blob(Shape.of(1, 3), 1, 1, 1)))
        .isEqualTo("the selector has the shape [1x3], but must have one number for each item");
    assertThat(refusal("Filter", options(), items(), blob(Shape.of(), 1)))
        .isEqualTo("the selector has the shape [], but must have one number for each item");
    assertThat(refusal("Filter", options(), items(), blob(1, 1)))
        .isEqualTo("bottom 0 has the shape [3x2], but the selector is for 2 items");
  }

  @Test
  void refusesAnotherNumberOfTops() {
    assertThatThrownBy(() -> TestLayer.of("Filter", options(), 2, List.of(items(), blob(1, 1, 1))))
        .isInstanceOf(InvalidLayerException.class)
        .hasMessage(
            "there are 2 tops for 2 bottoms, but there must be one for each bottom save the last");
  }
}
