package org.cortado.api.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.cortado.api.InvalidLayerException;
import org.cortado.api.blob.Shape;
import org.junit.jupiter.api.Test;

class ShapesTest {

  private static Shape together(Shape... shapes) {
    return Broadcast.of(List.of(shapes)).output();
  }

  @Test
  void shapesAreAlignedAtTheEndAndStretched() {
    assertThat(together(Shape.of(8, 1, 6), Shape.of(7, 1))).isEqualTo(Shape.of(8, 7, 6));
    assertThat(together(Shape.of(), Shape.of(2), Shape.of(3, 1))).isEqualTo(Shape.of(3, 2));
    assertThat(together(Shape.of(4))).isEqualTo(Shape.of(4));
  }

  @Test
  void sizeOneStretchesToNone() {
    assertThat(together(Shape.of(2, 1), Shape.of(2, 0))).isEqualTo(Shape.of(2, 0));
  }

  @Test
  void otherShapesDontGoTogether() {
    assertThatThrownBy(() -> together(Shape.of(2, 3), Shape.of(), Shape.of(2)))
        .isInstanceOf(InvalidLayerException.class)
        .hasMessage(
            "bottom 2 has the shape [2], which doesn't go with [2x3] before it: counted from the"
                + " end, sizes must be equal, or one of them 1");
  }

  @Test
  void aStretchKnowsHowOftenItRepeats() {
    Stretch stretch = Stretch.of(Shape.of(3, 1), Shape.of(2, 3, 4));
    assertThat(stretch.repetitions()).isEqualTo(8);
    assertThat(stretch.isWhole()).isFalse();
    assertThat(Stretch.of(Shape.of(3, 4), Shape.of(1, 3, 4)).isWhole()).isTrue();
    assertThat(Stretch.of(Shape.of(), Shape.of()).isWhole()).isTrue();
  }

  @Test
  void aShapeStretchesToNoOtherSize() {
    assertThatThrownBy(() -> Stretch.of(Shape.of(2), Shape.of(2, 3)))
        .isInstanceOf(InvalidLayerException.class)
        .hasMessage(
            "the shape [2] doesn't stretch to [2x3]: counted from the end, each size must be the"
                + " same or 1");
    assertThatThrownBy(() -> Stretch.of(Shape.of(1, 2), Shape.of(2)))
        .isInstanceOf(InvalidLayerException.class);
  }

  @Test
  void aReductionLosesItsAxesOrKeepsThemWithSizeOne() {
    Reduction reduction = Reduction.of(Shape.of(8, 7, 6), List.of(-1, 0));
    assertThat(reduction.output(false)).isEqualTo(Shape.of(7));
    assertThat(reduction.output(true)).isEqualTo(Shape.of(1, 7, 1));
    assertThat(reduction.summands()).isEqualTo(48);
  }

  @Test
  void aReductionIsAlongAllAxesIfNoneAreGiven() {
    assertThat(Reduction.of(Shape.of(8, 7), List.of()).output(false)).isEqualTo(Shape.of());
    assertThat(Reduction.of(Shape.of(), List.of()).summands()).isEqualTo(1);
  }

  @Test
  void aReductionMayBeginAtAnAxis() {
    Reduction reduction = Reduction.from(Shape.of(8, 7, 6), 1);
    assertThat(reduction.output(false)).isEqualTo(Shape.of(8));
    assertThat(Reduction.from(Shape.of(8, 7), 2).output(false)).isEqualTo(Shape.of(8, 7));
  }
}
