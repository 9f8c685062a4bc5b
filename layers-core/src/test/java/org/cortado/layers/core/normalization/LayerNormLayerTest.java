package org.cortado.layers.core.normalization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.Stream;
import org.cortado.api.blob.Shape;
import org.cortado.testkit.Case;
import org.cortado.testkit.LayerContract;
import org.cortado.testkit.TestLayer;
import org.cortado.testkit.Values;
import org.junit.jupiter.api.Test;

class LayerNormLayerTest extends LayerContract {

  @Override
  protected Stream<Case> cases() {
    return Stream.of(
        layer("LayerNorm").bottom(2, 5),
        layer("LayerNorm").option("axis", 1).bottom(Values.distinct(), 3, 2, 3),
        layer("LayerNorm").option("axis", 0).bottom(Values.nonZero(), 2, 3).fixedShape(),
        layer("LayerNorm").option("affine", false).bottom(Values.nonZero(), 40, 4),
        layer("LayerNorm").option("eps", 0.5).bottom(2, 3, 4),
        layer("LayerNorm").option("axis", -2).bottom(Values.between(1, 2), 2, 3, 700),
        layer("LayerNorm").option("eps", 0).bottom(2, 1));
  }

  @Test
  void isWhatItsDefinitionSaysAtAnyLength() {
    for (int length : new int[] {1, 3, 17, 2048, 2049, 5000}) {
      double[] x = Plain.numbers(length, 3 * length);
      Plain.assertClose(
          run("LayerNorm", options(), blob(Shape.of(3, length), x)), ofRows(x, 3, length));
    }
  }

  @Test
  void sharesManyShortRowsAmongThreadsAndTheUnitsOfFewLongOnes() {
    for (int rows : new int[] {1, 15, 16, 5000}) {
      int length = 40_000 / rows;
      double[] x = Plain.numbers(rows, rows * length);
      Plain.assertClose(
          run("LayerNorm", options(), blob(Shape.of(rows, length), x)), ofRows(x, rows, length));
    }
  }

  private static double[] ofRows(double[] x, int rows, int length) {
    double[] y = new double[x.length];
    for (int row = 0; row < rows; row++) {
      double[] one = Arrays.copyOfRange(x, row * length, (row + 1) * length);
      System.arraycopy(Plain.ofOneSet(one, 1e-5), 0, y, row * length, length);
    }
    return y;
  }

  @Test
  void scalesAndShiftsEachElement() {
    try (TestLayer layer = make("LayerNorm", options("eps", 0), blob(Shape.of(2, 2), 1, 3, 9, 5))) {
      assertThat(layer.parameter(0)).containsExactly(1, 1);
      assertThat(layer.parameter(1)).containsExactly(0, 0);
      layer.setParameter(0, 2, 3);
      layer.setParameter(1, 10, 20);
      layer.forward();
      assertThat(layer.top(0)).containsExactly(8, 23, 12, 17);
      layer.backward(1, 1, 1, 1);
      assertThat(layer.parameterDiff(0)).containsExactly(0, 0);
      assertThat(layer.parameterDiff(1)).containsExactly(2, 2);
    }
  }

  @Test
  void keepsSmallDifferencesOfLargeNumbers() {
    assertThat(run("LayerNorm", options("eps", 0), blob(16_777_216, 16_777_218)))
        .containsExactly(-1, 1);
  }

  @Test
  void givesZeroForEqualElementsEvenWithoutEps() {
    try (TestLayer layer = make("LayerNorm", options("eps", 0), blob(0.1, 0.1, 0.1))) {
      layer.forward();
      assertThat(layer.top(0)).containsOnly(0);
      layer.backward(1, 2, 3);
      assertThat(layer.bottomDiff(0)).containsExactly(new float[3], within(0f));
    }
  }

  @Test
  void keepsNaNToItsRow() {
    assertThat(run("LayerNorm", options("eps", 0), blob(Shape.of(2, 2), Double.NaN, 1, 1, 3)))
        .containsExactly(Float.NaN, Float.NaN, -1, 1);
  }

  @Test
  void takesEmptyBottoms() {
    for (Shape empty : new Shape[] {Shape.of(0, 3), Shape.of(3, 0)}) {
      try (TestLayer layer = make("LayerNorm", options(), blob(empty))) {
        layer.forward();
        assertThat(layer.top(0)).isEmpty();
        layer.backward();
        assertThat(layer.parameterDiff(0)).containsOnly(new float[empty.dim(1)]);
      }
    }
  }

  @Test
  void refusesAnAxisThatThereIsNot() {
    assertThat(refusal("LayerNorm", options("axis", 2), blob(1, 2)))
        .isEqualTo("axis is 2, but the bottom [2] has 1 axes");
    assertThat(refusal("LayerNorm", options(), blob(Shape.of(), 1)))
        .isEqualTo("axis is -1, but the bottom [] has 0 axes");
  }
}
