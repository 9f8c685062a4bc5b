package org.cortado.layers.core.shape;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Shape;
import org.cortado.testkit.Case;
import org.cortado.testkit.LayerContract;
import org.cortado.testkit.TestLayer;
import org.junit.jupiter.api.Test;

class ConcatLayerTest extends LayerContract {

  @Override
  protected Stream<Case> cases() {
    return Stream.of(
        layer("Concat").bottom(2, 3),
        layer("Concat").bottom(2, 3).bottom(2, 1).bottom(2, 2),
        layer("Concat").option("axis", 0).bottom(1, 3).bottom(2, 3),
        layer("Concat").option("axis", -2).bottom(2, 1, 2, 3).bottom(2, 1, 1, 3));
  }

  private static Blob wide() {
    return blob(Shape.of(2, 2), 1, 2, 3, 4);
  }

  private static Blob narrow() {
    return blob(Shape.of(2, 1), 5, 6);
  }

  @Test
  void joinsRowByRow() {
    assertThat(run("Concat", options(), wide(), narrow())).containsExactly(1f, 2f, 5f, 3f, 4f, 6f);
  }

  @Test
  void joinsAlongTheFirstAxis() {
    try (TestLayer concat = make("Concat", options("axis", 0), wide(), wide())) {
      concat.forward();
      assertThat(concat.topShape(0)).isEqualTo(Shape.of(4, 2));
      assertThat(concat.top(0)).containsExactly(1f, 2f, 3f, 4f, 1f, 2f, 3f, 4f);
    }
  }

  @Test
  void takesTheGradientApart() {
    try (TestLayer concat = make("Concat", options(), wide(), narrow())) {
      concat.forward();
      concat.backward(10, 20, 50, 30, 40, 60);
      assertThat(concat.bottomDiff(0)).containsExactly(10f, 20f, 30f, 40f);
      assertThat(concat.bottomDiff(1)).containsExactly(50f, 60f);
    }
  }

  @Test
  void takesABottomWithoutElements() {
    assertThat(run("Concat", options(), blob(Shape.of(2, 0)), narrow())).containsExactly(5f, 6f);
  }

  @Test
  void refusesAnAxisThatThereIsNot() {
    assertThat(refusal("Concat", options("axis", 2), wide(), narrow()))
        .isEqualTo("axis is 2, but the bottom [2x2] has 2 axes");
  }

  @Test
  void refusesShapesThatDifferElsewhere() {
    assertThat(refusal("Concat", options("axis", 0), wide(), narrow()))
        .isEqualTo(
            "bottom 1 has the shape [2x1], but may differ from that of bottom 0, [2x2], in axis 0"
                + " alone");
    assertThat(refusal("Concat", options("axis", 0), wide(), blob(1, 2)))
        .startsWith("bottom 1 has the shape [2], but may differ");
  }
}
