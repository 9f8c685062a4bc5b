package org.cortado.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import org.cortado.api.blob.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumeralsTest {

  private static final Numerals TWO = new Numerals(2);

  @ParameterizedTest
  @CsvSource({
    "2, 2.00",
    "-0.196612, -0.20",
    "0, 0.00",
    "-0.0, 0.00",
    "0.005, 0.01",
    "-0.0012, -1e-3",
    "123456, 1e5",
    "99999, 99999.00"
  })
  void writesNumbersAsLecturesDo(double value, String written) {
    assertThat(TWO.number(value)).isEqualTo(written);
  }

  @Test
  void writesARowOfAMatrixInALine() {
    assertThat(TWO.lines(Shape.of(2, 3), i -> i))
        .containsExactly("[0.00, 1.00, 2.00]", "[3.00, 4.00, 5.00]");
  }

  @Test
  void writesASingleNumberWithoutBracketsWhateverItsShape() {
    assertThat(TWO.lines(Shape.of(), i -> 7)).containsExactly("7.00");
    assertThat(TWO.lines(Shape.of(1, 1), i -> 7)).containsExactly("7.00");
  }

  @Test
  void saysWhatManyNumbersAreLike() {
    assertThat(TWO.lines(Shape.of(4, 2), i -> i % 2 == 0 ? 1 : 3))
        .containsExactly("2.00 ± 1.00", "[4 × 2]");
  }

  @Test
  void saysThatThereIsNothing() {
    assertThat(TWO.lines(Shape.of(0, 2), i -> 0)).containsExactly("nothing", "[0 × 2]");
  }

  @Test
  void takesAsManyDigitsAsAskedFor() {
    assertThat(new Numerals(0).number(2.4)).isEqualTo("2");
    assertThat(new Numerals(4).number(2.4)).isEqualTo("2.4000");
  }
}
