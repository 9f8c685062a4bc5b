package org.cortado.layers.core.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.cortado.api.InvalidLayerException;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Shape;
import org.cortado.testkit.Case;
import org.cortado.testkit.LayerContract;
import org.cortado.testkit.TestLayer;
import org.junit.jupiter.api.Test;

class AddLayerTest extends LayerContract {

  @Override
  protected Stream<Case> cases() {
    return Stream.of(
        layer("Add").bottom(5),
        layer("Add").bottom(2, 3).bottom(2, 3),
        layer("Add").bottom(4).bottom(4).bottom(4),
        layer("Add").bottom().bottom(),
        layer("Add").bottom(2, 3, 5).bottom(3, 1).fixedShape(),
        layer("Add").bottom(2, 3, 5).bottom(2, 1, 5),
        layer("Add").bottom(2, 3).bottom().bottom(1, 3).fixedShape(),
        layer("Add").bottom(7, 4).bottom(7, 1));
  }

  @Test
  void addsElementByElement() {
    assertThat(run("Add", options(), blob(1, -2, 0), blob(0.5, 3, 0), blob(1, 1, 1)))
        .containsExactly(2.5f, 2f, 1f);
  }

  @Test
  void stretchesEachBottomToTheShapeOfAll() {
    Blob column = blob(Shape.of(2, 1), 10, 20);
    try (TestLayer add = make("Add", options(), column, blob(1, 2, 3))) {
      add.forward();
      assertThat(add.topShape(0)).isEqualTo(Shape.of(2, 3));
      assertThat(add.top(0)).containsExactly(11f, 12f, 13f, 21f, 22f, 23f);
      add.backward(1, 2, 3, 4, 5, 6);
      assertThat(add.bottomDiff(0)).containsExactly(6f, 15f);
      assertThat(add.bottomDiff(1)).containsExactly(5f, 7f, 9f);
    }
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
  void givesNoGradientWhereAStretchedBottomIsRepeatedNever() {
    try (TestLayer add = make("Add", options(), blob(Shape.of(0, 2)), blob(1, 2))) {
      add.forward();
      assertThat(add.topShape(0)).isEqualTo(Shape.of(0, 2));
      add.backward();
      assertThat(add.bottomDiff(1)).containsExactly(0f, 0f);
    }
  }

  @Test
  void refusesAShapeThatDoesntGoWithTheOthers() {
    assertThat(refusal("Add", options(), blob(1, 2), blob(3, 4), blob(5, 6, 7)))
        .isEqualTo(
            "bottom 2 has the shape [3], which doesn't go with [2] before it: counted from the"
                + " end, sizes must be equal, or one of them 1");
  }

  @Test
  void refusesToWorkInPlaceWhereTheFirstBottomIsStretched() {
    try (TestLayer add = make("Add", options(), blob(1), blob(3, 4))) {
      List<Blob> inPlace = List.of(add.bottoms().get(0));
      assertThatThrownBy(() -> add.layer().reshape(add.bottoms(), inPlace))
          .isInstanceOf(InvalidLayerException.class)
          .hasMessage("can't work in place: bottom 0 has the shape [1], but the top [2]");
    }
  }
}
