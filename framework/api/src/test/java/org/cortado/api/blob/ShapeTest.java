package org.cortado.api.blob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class ShapeTest {

  private final Shape shape = Shape.of(64, 1, 28, 27);

  @Test
  void printsItsSizes() {
    assertThat(shape).hasToString("[64x1x28x27]");
    assertThat(Shape.of()).hasToString("[]");
  }

  @Test
  void countsItsElements() {
    assertThat(shape.count()).isEqualTo(64 * 28 * 27);
    assertThat(Shape.of().count()).isEqualTo(1);
    assertThat(Shape.of(3, 0, 5).count()).isZero();
  }

  @Test
  void countsTheElementsOfSomeAxes() {
    assertThat(shape.count(2)).isEqualTo(28 * 27);
    assertThat(shape.count(4)).isEqualTo(1);
    assertThat(shape.count(0, 2)).isEqualTo(64);
    assertThat(shape.count(2, 2)).isEqualTo(1);
  }

  @Test
  void countsNegativeAxesFromTheEnd() {
    assertThat(shape.dim(-1)).isEqualTo(27);
    assertThat(shape.dim(-4)).isEqualTo(64);
    assertThat(shape.canonicalAxis(-3)).isEqualTo(1);
    assertThat(shape.with(-2, 5)).isEqualTo(Shape.of(64, 1, 5, 27));
  }

  @Test
  void refusesAnAxisThatIsNotThere() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> shape.dim(4))
        .withMessage("there is no axis 4 in [64x1x28x27]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> shape.dim(-5))
        .withMessage("there is no axis -5 in [64x1x28x27]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Shape.of().dim(0))
        .withMessage("there is no axis 0 in []");
  }

  @Test
  void refusesANegativeSize() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Shape.of(2, -1))
        .withMessage("a size is negative in [2x-1]");
  }

  @Test
  void takesTheMostElementsThatAnIntCanCount() {
    assertThat(Shape.of(Integer.MAX_VALUE, 1).count()).isEqualTo(Integer.MAX_VALUE);
  }

  @Test
  void refusesMoreElementsThanAnIntCanCount() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Shape.of(1 << 16, 1 << 15))
        .withMessage("[65536x32768] has more than 2147483647 elements");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Shape.of(1 << 30, 1 << 30, 1 << 30, 1 << 30))
        .withMessageEndingWith("has more than 2147483647 elements");
  }

  /** Or else the count of the last axes alone would overflow in silence. */
  @Test
  void refusesAnOverflowBehindAnAxisOfSizeZero() {
    assertThatIllegalArgumentException().isThrownBy(() -> Shape.of(0, 1 << 16, 1 << 16));
    assertThatIllegalArgumentException().isThrownBy(() -> Shape.of(1 << 16, 1 << 16, 0));
  }

  @Test
  void equalsAShapeOfTheSameSizes() {
    assertThat(shape)
        .isEqualTo(Shape.of(List.of(64, 1, 28, 27)))
        .hasSameHashCodeAs(Shape.of(64, 1, 28, 27))
        .isNotEqualTo(Shape.of(64, 28, 27));
  }

  @Test
  void isNotChangedThroughTheArrayItWasMadeOf() {
    int[] dims = {2, 3};
    Shape made = Shape.of(dims);
    dims[0] = 9;
    assertThat(made.dims()).containsExactly(2, 3);
  }
}
