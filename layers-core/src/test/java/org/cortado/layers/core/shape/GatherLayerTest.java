package org.cortado.layers.core.shape;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Shape;
import org.cortado.testkit.Case;
import org.cortado.testkit.LayerContract;
import org.cortado.testkit.TestLayer;
import org.cortado.testkit.Values;
import org.junit.jupiter.api.Test;

class GatherLayerTest extends LayerContract {

  @Override
  protected Stream<Case> cases() {
    Case gather = layer("Gather");
    return Stream.of(
        gather.bottom(3, 2).bottom(Values.labels(3), 4),
        gather.bottom(3, 2).bottom(Values.labels(3), 2, 3),
        gather.option("axis", 1).bottom(2, 3, 2).bottom(Values.labels(3), 2),
        gather.option("axis", -1).bottom(2, 5).bottom(Values.labels(5), 7),
        gather.bottom(3, 1030).bottom(Values.exactly(2, 0, 2), 3),
        gather.bottom(3).bottom(Values.exactly(1)),
        gather.bottom(1).bottom(Values.labels(1), 1));
  }

  private static Blob table() {
    return blob(Shape.of(3, 2), 1, 2, 3, 4, 5, 6);
  }

  @Test
  void picksRows() {
    try (TestLayer gather = make("Gather", options(), table(), blob(Shape.of(2, 1), 2, 0))) {
      gather.forward();
      assertThat(gather.topShape(0)).isEqualTo(Shape.of(2, 1, 2));
      assertThat(gather.top(0)).containsExactly(5f, 6f, 1f, 2f);
    }
  }

  @Test
  void picksColumnsOfEveryRow() {
    assertThat(run("Gather", options("axis", 1), table(), blob(1, 1, 0)))
        .containsExactly(2f, 2f, 1f, 4f, 4f, 3f, 6f, 6f, 5f);
  }

  @Test
  void dropsTheAxisForASingleIndex() {
    try (TestLayer gather = make("Gather", options(), table(), blob(Shape.of(), 1))) {
      gather.forward();
      assertThat(gather.topShape(0)).isEqualTo(Shape.of(2));
      assertThat(gather.top(0)).containsExactly(3f, 4f);
    }
  }

  @Test
  void addsTheGradientsOfCopiesInDoublePrecision() {
    try (TestLayer gather = make("Gather", options(), table(), blob(2, 0, 2, 2))) {
      gather.forward();
      gather.backward(1e8, 1, 20, 30, 1, 2, -1e8, 3);
      assertThat(gather.bottomDiff(0)).containsExactly(20f, 30f, 0f, 0f, 1f, 6f);
    }
    try (TestLayer gather = make("Gather", options(), blob(7, 8), blob(1, 1, 1))) {
      gather.forward();
      gather.backward(1e8, 1, -1e8);
      assertThat(gather.bottomDiff(0)).containsExactly(0f, 1f);
    }
  }

  @Test
  void takesNoIndices() {
    try (TestLayer gather = make("Gather", options(), table(), blob())) {
      gather.forward();
      assertThat(gather.topShape(0)).isEqualTo(Shape.of(0, 2));
      gather.backward();
      assertThat(gather.bottomDiff(0)).containsExactly(0f, 0f, 0f, 0f, 0f, 0f);
    }
  }

  @Test
  void refusesWhatIsNoIndex() {
    String rest = ", but indices must be whole numbers from 0 to 2";
    assertThat(refusal("Gather", options(), table(), blob(Shape.of(2, 2), 0, 1, 2, 3)))
        .isEqualTo("bottom 1 has the index 3.0 at [1, 1]" + rest);
    assertThat(refusal("Gather", options(), table(), blob(0, -1)))
        .isEqualTo("bottom 1 has the index -1.0 at [1]" + rest);
    assertThat(refusal("Gather", options(), table(), blob(0.5)))
        .isEqualTo("bottom 1 has the index 0.5 at [0]" + rest);
    assertThat(refusal("Gather", options(), table(), blob(Shape.of(), Double.NaN)))
        .isEqualTo("bottom 1 has the index NaN at []" + rest);
    assertThat(refusal("Gather", options(), table(), blob(Double.POSITIVE_INFINITY)))
        .isEqualTo("bottom 1 has the index Infinity at [0]" + rest);
  }

  @Test
  void refusesAnyIndexWhereThereIsNothing() {
    assertThat(refusal("Gather", options(), blob(Shape.of(0, 2)), blob(0)))
        .isEqualTo("bottom 1 has the index 0.0 at [0], but there is nothing to choose from");
  }

  @Test
  void refusesAnAxisThatThereIsNot() {
    assertThat(refusal("Gather", options("axis", 2), table(), blob(0)))
        .isEqualTo("axis is 2, but the bottom [3x2] has 2 axes");
  }
}
