package org.cortado.layers.core.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.cortado.testkit.Case;
import org.cortado.testkit.LayerContract;
import org.cortado.testkit.TestLayer;
import org.junit.jupiter.api.Test;

class MultiplyLayerTest extends LayerContract {

  @Override
  protected Stream<Case> cases() {
    return Stream.of(
        layer("Multiply").bottom(5),
        layer("Multiply").bottom(2, 3).bottom(2, 3),
        layer("Multiply").bottom(2, 3, 5).bottom(3, 1).bottom(1, 5).fixedShape(),
        layer("Multiply").bottom(2, 3, 5).bottom(2, 1, 5).bottom(2, 3, 1),
        layer("Multiply").bottom().bottom(4, 3),
        layer("Multiply").bottom(4).bottom(4).bottom(4),
        layer("Multiply").bottom().bottom());
  }

  @Test
  void multipliesElementByElement() {
    assertThat(run("Multiply", options(), blob(1, -2, 0), blob(0.5, 3, 4), blob(2, 2, 2)))
        .containsExactly(1f, -12f, 0f);
  }

  @Test
  void hasTheRightGradientAtZeros() {
    try (TestLayer multiply = make("Multiply", options(), blob(0, 0), blob(3, 0), blob(5, 7))) {
      multiply.forward();
      multiply.backward(2, 2);
      assertThat(multiply.bottomDiff(0)).containsExactly(30f, 0f);
      assertThat(multiply.bottomDiff(1)).containsExactly(0f, 0f);
      assertThat(multiply.bottomDiff(2)).containsExactly(0f, 0f);
    }
  }

  @Test
  void stretchesItsBottoms() {
    try (TestLayer multiply = make("Multiply", options(), blob(2, 3), blob(5))) {
      multiply.forward();
      assertThat(multiply.top(0)).containsExactly(10f, 15f);
      multiply.backward(1, 10);
      assertThat(multiply.bottomDiff(0)).containsExactly(5f, 50f);
      assertThat(multiply.bottomDiff(1)).containsExactly(32f);
    }
  }
}
