package org.cortado.layers.core.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.cortado.testkit.Case;
import org.cortado.testkit.LayerContract;
import org.cortado.testkit.TestLayer;
import org.cortado.testkit.Values;
import org.junit.jupiter.api.Test;

class MaxLayerTest extends LayerContract {

  /** The values are far enough apart for a difference not to change which one is greatest. */
  @Override
  protected Stream<Case> cases() {
    return Stream.of(
        layer("Max").bottom(Values.exactly(1, 5, -3), 3).bottom(Values.exactly(2, 4, -4), 3),
        layer("Max")
            .bottom(Values.exactly(1, 5, 3, 0), 2, 2)
            .bottom(Values.exactly(2, 4, 9, 1), 2, 2)
            .bottom(Values.exactly(3, 3, 6, 2), 2, 2),
        layer("Max").bottom(Values.between(0, 1), 3, 4).bottom(Values.between(2, 3), 3, 4));
  }

  @Test
  void takesTheGreatest() {
    assertThat(run("Max", options(), blob(1, -2, 0), blob(0.5, 3, 0), blob(-9, -9, 7)))
        .containsExactly(1f, 3f, 7f);
  }

  @Test
  void givesTheGradientToTheEarliestOfEqualOnes() {
    try (TestLayer max = make("Max", options(), blob(1, 0, 4), blob(1, 2, 4), blob(0, 2, 4))) {
      max.forward();
      max.backward(10, 20, 30);
      assertThat(max.bottomDiff(0)).containsExactly(10f, 0f, 30f);
      assertThat(max.bottomDiff(1)).containsExactly(0f, 20f, 0f);
      assertThat(max.bottomDiff(2)).containsExactly(0f, 0f, 0f);
    }
  }

  @Test
  void showsNaN() {
    assertThat(run("Max", options(), blob(1, Double.NaN), blob(Double.NaN, 1)))
        .containsExactly(Float.NaN, Float.NaN);
  }

  @Test
  void refusesAnotherShape() {
    assertThat(refusal("Max", options(), blob(1, 2), blob(3)))
        .isEqualTo("bottom 1 has the shape [1], but must have that of bottom 0, [2]");
  }
}
