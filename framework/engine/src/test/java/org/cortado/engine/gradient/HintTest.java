package org.cortado.engine.gradient;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.cortado.api.blob.Shape;
import org.junit.jupiter.api.Test;

class HintTest {

  private static final double[] NUMERIC = {1, -2, 4, 0.5};

  private static ElementCheck element(int item, int at, double analytic, double numeric) {
    Verdict verdict = analytic == numeric ? Verdict.AGREES : Verdict.DIFFERS;
    return new ElementCheck(List.of(item, at), "a sum", analytic, numeric, 1e-3, 1e-2, verdict);
  }

  private static String hint(double... analytic) {
    List<ElementCheck> elements =
        IntStream.range(0, 4)
            .mapToObj(i -> element(i / 2, i % 2, analytic[i], NUMERIC[i]))
            .toList();
    return new BlobReport("bottom 0", Shape.of(2, 2), elements, List.of()).hint().orElse("none");
  }

  @Test
  void seesAFactor() {
    assertThat(hint(2, -4, 8, 1)).startsWith("analytic = 2.00 x numeric wherever they differ");
  }

  @Test
  void seesATurnedSign() {
    assertThat(hint(-1, 2, -4, -0.5)).contains("the sign is turned");
  }

  @Test
  void seesThatThereIsNothing() {
    assertThat(hint(0, 0, 0, 0)).startsWith("backward gives 0 wherever it is wrong");
  }

  @Test
  void seesWhatWasNotWritten() {
    assertThat(hint(1, -2, 4, Double.NaN)).startsWith("backward leaves NaN");
  }

  @Test
  void seesThatOnlyTheFirstItemIsRight() {
    assertThat(hint(1, -2, 7, 3)).startsWith("item 0 is right and no other");
  }

  @Test
  void saysNothingWhereThereIsNoPattern() {
    assertThat(hint(7, -2, 3, 0.5)).isEqualTo("none");
    assertThat(hint(1, -2, 4, 0.5)).isEqualTo("none");
  }

  @Test
  void isPartOfTheLine() {
    List<ElementCheck> elements = List.of(element(0, 0, Double.NaN, 1));
    assertThat(new BlobReport("bottom 0", Shape.of(1, 1), elements, List.of()).toString())
        .contains("; backward leaves NaN");
  }
}
