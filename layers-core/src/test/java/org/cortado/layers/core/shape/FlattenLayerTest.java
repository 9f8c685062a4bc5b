package org.cortado.layers.core.shape;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Shape;
import org.cortado.testkit.Case;
import org.cortado.testkit.LayerContract;
import org.cortado.testkit.TestLayer;
import org.junit.jupiter.api.Test;

class FlattenLayerTest extends LayerContract {

  @Override
  protected Stream<Case> cases() {
    return Stream.of(
        layer("Flatten").bottom(2, 3, 2),
        layer("Flatten").option("axis", 0).option("end_axis", 1).bottom(2, 3, 2),
        layer("Flatten").option("axis", -2).bottom(2, 3));
  }

  private static Shape flattened(int axis, int endAxis) {
    try (TestLayer flatten =
        make("Flatten", options("axis", axis, "end_axis", endAxis), zeros(2, 3, 1, 5))) {
      return flatten.topShape(0);
    }
  }

  private static Blob zeros(int... dims) {
    Shape shape = Shape.of(dims);
    return blob(shape, new double[shape.count()]);
  }

  @Test
  void mergesNeighbours() {
    assertThat(flattened(1, -1)).isEqualTo(Shape.of(2, 15));
    assertThat(flattened(0, -1)).isEqualTo(Shape.of(30));
    assertThat(flattened(1, 2)).isEqualTo(Shape.of(2, 3, 5));
    assertThat(flattened(-3, -2)).isEqualTo(Shape.of(2, 3, 5));
    assertThat(flattened(2, 2)).isEqualTo(Shape.of(2, 3, 1, 5));
  }

  @Test
  void sharesDataAndDiffWithTheBottom() {
    Blob x = blob(Shape.of(1, 2, 1), 7, 8);
    try (TestLayer flatten = make("Flatten", options(), x)) {
      flatten.forward();
      assertThat(flatten.top(0)).containsExactly(7f, 8f);
      flatten.backward(3, 4);
      assertThat(flatten.bottomDiff(0)).containsExactly(3f, 4f);
      assertThat(flatten.tops().get(0).data().sharesMemoryWith(x.data())).isTrue();
      assertThat(flatten.tops().get(0).diff().sharesMemoryWith(x.diff())).isTrue();
    }
  }

  @Test
  void refusesAxesThatThereAreNot() {
    assertThat(refusal("Flatten", options(), blob(1, 2)))
        .isEqualTo("axis is 1, but the bottom [2] has 1 axes");
    assertThat(refusal("Flatten", options("axis", 0, "end_axis", -3), blob(Shape.of(2, 1), 1, 2)))
        .isEqualTo("end_axis is -3, but the bottom [2x1] has 2 axes");
  }

  @Test
  void refusesAnEndBeforeTheBeginning() {
    assertThat(refusal("Flatten", options("end_axis", 0), blob(Shape.of(2, 1), 1, 2)))
        .isEqualTo("end_axis, 0, is before axis, 1, in the bottom [2x1]");
  }
}
