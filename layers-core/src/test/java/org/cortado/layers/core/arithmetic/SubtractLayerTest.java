package org.cortado.layers.core.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.cortado.api.blob.Shape;
import org.cortado.testkit.Case;
import org.cortado.testkit.LayerContract;
import org.cortado.testkit.TestLayer;
import org.junit.jupiter.api.Test;

class SubtractLayerTest extends LayerContract {

  @Override
  protected Stream<Case> cases() {
    return Stream.of(
        layer("Subtract").bottom(5),
        layer("Subtract").bottom(2, 3).bottom(2, 3),
        layer("Subtract").bottom().bottom().bottom(),
        layer("Subtract").bottom(2, 3, 5).bottom(3, 1).bottom(5).fixedShape(),
        layer("Subtract").bottom(2, 3).bottom(2, 1),
        layer("Subtract").bottom(2, 3).bottom());
  }

  @Test
  void subtractsAllButTheFirst() {
    assertThat(run("Subtract", options(), blob(1, -2), blob(0.5, 3), blob(1, 1)))
        .containsExactly(-0.5f, -6f);
  }

  @Test
  void turnsTheGradientOfTheOthersRound() {
    try (TestLayer layer = make("Subtract", options(), blob(1), blob(Shape.of(2, 1), 5, 7))) {
      layer.forward();
      assertThat(layer.top(0)).containsExactly(-4f, -6f);
      layer.backward(3, -4);
      assertThat(layer.bottomDiff(0)).containsExactly(-1f);
      assertThat(layer.bottomDiff(1)).containsExactly(-3f, 4f);
    }
  }
}
