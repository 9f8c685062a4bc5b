package org.cortado.layers.core.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.cortado.api.blob.Shape;
import org.cortado.testkit.Case;
import org.cortado.testkit.LayerContract;
import org.cortado.testkit.TestLayer;
import org.junit.jupiter.api.Test;

class AddLayerTest extends LayerContract {

  @Override
  protected Stream<Case> cases() {
    return Stream.of(
        layer("Add").bottom(2, 3).bottom(2, 3),
        layer("Add").bottom(4).bottom(4).bottom(4),
        layer("Add").bottom().bottom());
  }

  @Test
  void addsElementByElement() {
    assertThat(run("Add", options(), blob(1, -2, 0), blob(0.5, 3, 0), blob(1, 1, 1)))
        .containsExactly(2.5f, 2f, 1f);
  }

  @Test
  void handsTheGradientToEveryBottom() {
    try (TestLayer add = make("Add", options(), blob(1, -2), blob(5, 7))) {
      add.forward();
      add.backward(3, -4);
      assertThat(add.bottomDiff(0)).containsExactly(3f, -4f);
      assertThat(add.bottomDiff(1)).containsExactly(3f, -4f);
    }
  }

  @Test
  void refusesAnotherShape() {
    assertThat(refusal("Add", options(), blob(1, 2), blob(3, 4), blob(Shape.of(2, 1), 5, 6)))
        .isEqualTo("bottom 2 has the shape [2x1], but must have that of bottom 0, [2]");
  }
}
