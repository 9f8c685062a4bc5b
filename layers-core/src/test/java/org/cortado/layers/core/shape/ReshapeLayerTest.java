package org.cortado.layers.core.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Shape;
import org.cortado.testkit.Case;
import org.cortado.testkit.LayerContract;
import org.cortado.testkit.TestLayer;
import org.junit.jupiter.api.Test;

class ReshapeLayerTest extends LayerContract {

  @Override
  protected Stream<Case> cases() {
    return Stream.of(
        layer("Reshape").option("shape", "[0, 2, -1]").bottom(2, 6),
        layer("Reshape").option("shape", "[-1]").bottom(2, 3),
        layer("Reshape").option("shape", "[]").bottom(1).fixedShape(),
        layer("Reshape").option("shape", "[3, 1]").option("axis", 1).bottom(2, 3));
  }

  private static Blob image() {
    return zeros(2, 8, 3, 1);
  }

  private static Shape reshaped(String shape, int axis, int numAxes) {
    try (TestLayer reshape =
        make("Reshape", options("shape", shape, "axis", axis, "num_axes", numAxes), image())) {
      return reshape.topShape(0);
    }
  }

  private static String refused(String shape, int axis, int numAxes) {
    return refusal("Reshape", options("shape", shape, "axis", axis, "num_axes", numAxes), image());
  }

  private static Blob zeros(int... dims) {
    Shape shape = Shape.of(dims);
    return blob(shape, new double[shape.count()]);
  }

  @Test
  void copiesAndInfersSizes() {
    assertThat(reshaped("[0, 0, -1]", 0, -1)).isEqualTo(Shape.of(2, 8, 3));
    assertThat(reshaped("[0, -1, 1]", 0, -1)).isEqualTo(Shape.of(2, 24, 1));
    assertThat(reshaped("[-1, 4]", 0, -1)).isEqualTo(Shape.of(12, 4));
    assertThat(reshaped("[6, 8]", 0, -1)).isEqualTo(Shape.of(6, 8));
  }

  @Test
  void replacesTheAxesOfASpanAlone() {
    assertThat(reshaped("[4, 2]", 1, 1)).isEqualTo(Shape.of(2, 4, 2, 3, 1));
    assertThat(reshaped("[2, -1]", 1, 2)).isEqualTo(Shape.of(2, 2, 12, 1));
    assertThat(reshaped("[-1]", -3, 2)).isEqualTo(Shape.of(2, 8, 3));
  }

  @Test
  void insertsAxes() {
    assertThat(reshaped("[1, 1]", 1, 0)).isEqualTo(Shape.of(2, 1, 1, 8, 3, 1));
    assertThat(reshaped("[1]", -1, 0)).isEqualTo(Shape.of(2, 8, 3, 1, 1));
  }

  @Test
  void sharesDataAndDiffWithTheBottom() {
    Blob x = blob(Shape.of(1, 2), 7, 8);
    try (TestLayer reshape = make("Reshape", options("shape", "[2, 1]"), x)) {
      reshape.forward();
      assertThat(reshape.top(0)).containsExactly(7f, 8f);
      reshape.backward(3, 4);
      assertThat(reshape.bottomDiff(0)).containsExactly(3f, 4f);
      assertThat(reshape.tops().get(0).data().sharesMemoryWith(x.data())).isTrue();
      assertThat(reshape.tops().get(0).diff().sharesMemoryWith(x.diff())).isTrue();
    }
  }

  @Test
  void infersTheSizeOfAnEmptyBatch() {
    assertThat(shapeOf("[0, -1]", 0, 2, 5)).isEqualTo(Shape.of(0, 10));
    assertThat(shapeOf("[-1]", 2, 0, 5)).isEqualTo(Shape.of(0));
    assertThat(shapeOf("[0, -1, 5]", 2, 0, 5)).isEqualTo(Shape.of(2, 0, 5));
  }

  private static Shape shapeOf(String shape, int... dims) {
    try (TestLayer reshape = make("Reshape", options("shape", shape), zeros(dims))) {
      reshape.forward();
      return reshape.topShape(0);
    }
  }

  @Test
  void refusesSizesWhoseProductWouldWrapRound() {
    assertThatThrownBy(() -> shapeOf("[65536, 65536, 65536, 65536]", 0))
        .hasMessageContaining("[65536x65536x65536x65536] has more than 2147483647 elements");
    assertThatThrownBy(() -> shapeOf("[65536, 65536, 65536, 65536, -1]", 1))
        .hasMessageContaining("[65536x65536x65536x65536] has more than 2147483647 elements");
  }

  @Test
  void refusesAnotherNumberOfElements() {
    assertThat(refused("[5, 7]", 0, -1))
        .isEqualTo("the bottom [2x8x3x1] has 48 elements, but the shape [5, 7] 35");
    assertThat(refused("[]", 0, -1))
        .isEqualTo("the bottom [2x8x3x1] has 48 elements, but the shape [] 1");
  }

  @Test
  void refusesToInferWhatDoesNotDivide() {
    assertThat(refused("[5, -1]", 0, -1))
        .isEqualTo("the 48 elements of the bottom [2x8x3x1] can't be shared out as [5, -1]");
  }

  @Test
  void refusesToInferTwice() {
    assertThat(refused("[-1, -1]", 0, -1)).endsWith("shape [-1, -1] has more than one -1");
  }

  @Test
  void refusesASpanThatThereIsNot() {
    assertThat(refused("[1]", 5, -1)).isEqualTo("axis is 5, but the bottom [2x8x3x1] has 4 axes");
    assertThat(refused("[1]", -6, -1)).isEqualTo("axis is -6, but the bottom [2x8x3x1] has 4 axes");
    assertThat(refused("[1]", 2, 3))
        .isEqualTo("num_axes is 3, but the bottom [2x8x3x1] has 2 axes from axis 2 on");
  }

  @Test
  void refusesToCopyBeyondTheLastAxis() {
    assertThat(refused("[0, 0]", 3, 1))
        .isEqualTo("shape [0, 0] copies axis 4, but the bottom [2x8x3x1] has 4 axes");
  }
}
