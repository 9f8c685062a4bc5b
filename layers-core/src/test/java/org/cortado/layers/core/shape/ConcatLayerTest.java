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
        layer("Concat").option("concat_dim", 0).bottom(1, 3).bottom(2, 3),
        layer("Concat").bottom(1, 1),
        layer("Concat").bottom(2, 1200, 3).bottom(2, 1, 3),
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
  void takesAnEmptyBatch() {
    try (TestLayer concat = make("Concat", options(), blob(Shape.of(0, 2)), blob(Shape.of(0, 3)))) {
      concat.forward();
      assertThat(concat.topShape(0)).isEqualTo(Shape.of(0, 5));
      concat.backward();
      assertThat(concat.bottomDiff(0)).isEmpty();
    }
  }

  @Test
  void takesTheOldNameOfTheAxis() {
    assertThat(run("Concat", options("concat_dim", 0), blob(1, 2), blob(3)))
        .containsExactly(1f, 2f, 3f);
    assertThat(refusal("Concat", options("concat_dim", 1, "axis", 0), wide()))
        .isEqualTo("give axis or concat_dim, but not both");
  }

  @Test
  void refusesATopThatIsTooLong() {
    Blob half = new Blob(Shape.of(0, 1 << 30), new NoMemory());
    assertThat(refusal("Concat", options(), half, half))
        .isEqualTo(
            "axis 1 of the top would have the size 2147483648, but may have at most 2147483647");
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
