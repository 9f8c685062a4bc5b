package org.cortado.layers.core.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.cortado.testkit.Case;
import org.cortado.testkit.LayerContract;
import org.cortado.testkit.TestLayer;
import org.cortado.testkit.Values;
import org.junit.jupiter.api.Test;

class DivideLayerTest extends LayerContract {

  @Override
  protected Stream<Case> cases() {
    return Stream.of(
        layer("Divide").bottom(5),
        layer("Divide").bottom(2, 3).bottom(Values.nonZero(), 2, 3),
        layer("Divide").bottom(4).bottom(Values.nonZero(), 4).bottom(Values.positive(), 4),
        layer("Divide").bottom(3, 1).bottom(Values.nonZero(), 2, 1, 5).fixedShape(),
        layer("Divide").bottom(3, 1).bottom(Values.nonZero(), 3, 5),
        layer("Divide").bottom().bottom(Values.positive()));
  }

  @Test
  void dividesTheFirstByTheOthers() {
    assertThat(run("Divide", options(), blob(12, -2), blob(2, 4), blob(3, 1)))
        .containsExactly(2f, -0.5f);
  }

  @Test
  void hasTheGradientsWorkedOutByHand() {
    try (TestLayer layer = make("Divide", options(), blob(12, 6), blob(2), blob(3, 1))) {
      layer.forward();
      layer.backward(1, 2);
      assertThat(layer.bottomDiff(0)).containsExactly(1f / 6, 1f);
      assertThat(layer.bottomDiff(1)).containsExactly(-4f);
      assertThat(layer.bottomDiff(2)).containsExactly(-2f / 3, -6f);
    }
  }

  @Test
  void showsDivisionsByZero() {
    assertThat(run("Divide", options(), blob(1, 0, -1), blob(0)))
        .containsExactly(Float.POSITIVE_INFINITY, Float.NaN, Float.NEGATIVE_INFINITY);
  }
}
