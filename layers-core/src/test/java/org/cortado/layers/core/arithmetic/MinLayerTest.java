package org.cortado.layers.core.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.cortado.api.blob.Shape;
import org.cortado.testkit.Case;
import org.cortado.testkit.LayerContract;
import org.cortado.testkit.TestLayer;
import org.cortado.testkit.Values;
import org.junit.jupiter.api.Test;

class MinLayerTest extends LayerContract {

  @Override
  protected Stream<Case> cases() {
    return Stream.of(
        layer("Min").bottom(Values.between(0, 1), 3, 4).bottom(Values.between(2, 3), 3, 4),
        layer("Min").bottom(Values.exactly(1, 5, -3), 3, 1).bottom(Values.exactly(2, 4, 7), 3),
        layer("Min").bottom(Values.distinct(), 3, 4),
        layer("Min").option("axes", 1).bottom(Values.distinct(), 2, 5, 3),
        layer("Min")
            .option("axes", "[0, -1]")
            .option("keep_dims", true)
            .bottom(Values.distinct(), 2, 5, 3));
  }

  @Test
  void takesTheLeastOfItsBottoms() {
    try (TestLayer min = make("Min", options(), blob(1, 0, 4), blob(1, -2, 9), blob(3, -2, 4))) {
      min.forward();
      assertThat(min.top(0)).containsExactly(1f, -2f, 4f);
      min.backward(10, 20, 30);
      assertThat(min.bottomDiff(0)).containsExactly(10f, 0f, 30f);
      assertThat(min.bottomDiff(1)).containsExactly(0f, 20f, 0f);
      assertThat(min.bottomDiff(2)).containsExactly(0f, 0f, 0f);
    }
  }

  @Test
  void takesTheFirstOfTheLeastAlongAxes() {
    try (TestLayer min = make("Min", options("axes", 1), blob(Shape.of(2, 3), 7, 1, 1, 0, 2, 0))) {
      min.forward();
      assertThat(min.top(0)).containsExactly(1f, 0f);
      min.backward(10, 20);
      assertThat(min.bottomDiff(0)).containsExactly(0f, 10f, 0f, 20f, 0f, 0f);
    }
  }

  @Test
  void showsNaN() {
    assertThat(run("Min", options(), blob(1, Double.NaN), blob(Double.NaN, 1)))
        .containsExactly(Float.NaN, Float.NaN);
    assertThat(run("Min", options(), blob(1, Double.NaN, -3))).containsExactly(Float.NaN);
  }
}
