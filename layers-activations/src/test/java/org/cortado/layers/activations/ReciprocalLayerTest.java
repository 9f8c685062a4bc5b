package org.cortado.layers.activations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cortado.testkit.Values.nonZero;

import java.util.stream.Stream;
import org.cortado.testkit.Case;
import org.cortado.testkit.LayerContract;
import org.cortado.testkit.TestLayer;
import org.junit.jupiter.api.Test;

class ReciprocalLayerTest extends LayerContract {

  @Override
  protected Stream<Case> cases() {
    return Stream.of(
        layer("Reciprocal").bottom(nonZero(), 2, 3),
        layer("Reciprocal").bottom(nonZero()),
        layer("Reciprocal").bottom(nonZero(), 1, 2, 3, 4));
  }

  @Test
  void dividesOneByEveryElement() {
    assertThat(run("Reciprocal", options(), blob(2, -0.5, 8))).containsExactly(0.5f, -2, 0.125f);
  }

  @Test
  void isInfiniteAt0WithTheSignOfTheZero() {
    assertThat(run("Reciprocal", options(), blob(0, -0.0)))
        .containsExactly(Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY);
  }

  @Test
  void fallsWithTheSquareOfItsResult() {
    try (TestLayer layer = make("Reciprocal", options(), blob(2, -0.5))) {
      layer.forward();
      layer.backward(3, 1);
      assertThat(layer.bottomDiff(0)).containsExactly(-0.75f, -4);
    }
  }
}
