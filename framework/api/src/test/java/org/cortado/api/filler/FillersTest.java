package org.cortado.api.filler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.cortado.api.InvalidLayerException;
import org.cortado.api.blob.Shape;
import org.cortado.api.random.RandomStream;
import org.junit.jupiter.api.Test;

class FillersTest {

  /** Fan in 500, fan out 1000. */
  private final Shape shape = Shape.of(200, 100, 5);

  private static double[] filled(Filler filler, Shape shape) {
    FloatBuffer values = FloatBuffer.allocate(shape.count());
    for (int i = 0; i < shape.count(); i++) {
      values.put(i, Float.NaN);
    }
    filler.fill(values, shape, new RandomStream(1));
    return IntStream.range(0, shape.count()).mapToDouble(values::get).toArray();
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElseThrow();
  }

  private static double variance(double[] values) {
    double mean = mean(values);
    return Arrays.stream(values).map(v -> (v - mean) * (v - mean)).average().orElseThrow();
  }

  private static double greatest(double[] values) {
    return DoubleStream.of(values).map(Math::abs).max().orElseThrow();
  }

  @Test
  void constantGivesOneValue() {
    assertThat(filled(new ConstantFiller(2.5f), Shape.of(2, 3))).hasSize(6).containsOnly(2.5);
  }

  @Test
  void uniformFillsItsRange() {
    double[] values = filled(new UniformFiller(-1, 3), shape);
    assertThat(Arrays.stream(values).min().orElseThrow()).isBetween(-1.0, -0.99);
    assertThat(Arrays.stream(values).max().orElseThrow()).isBetween(2.99, 3.0);
    assertThat(mean(values)).isCloseTo(1, within(0.02));
    assertThat(variance(values)).isCloseTo(16 / 12.0, within(0.02));
  }

  @Test
  void uniformTakesARangeOfOneValue() {
    assertThat(filled(new UniformFiller(2, 2), Shape.of(3))).containsOnly(2);
  }

  @Test
  void uniformRefusesAnEmptyRange() {
    assertThatExceptionOfType(InvalidLayerException.class)
        .isThrownBy(() -> new UniformFiller(1, 0))
        .withMessage("min 1.0 is greater than max 0.0");
  }

  @Test
  void gaussianHasItsMeanAndDeviation() {
    double[] values = filled(new GaussianFiller(3, 0.5f, -1), shape);
    assertThat(mean(values)).isCloseTo(3, within(0.01));
    assertThat(variance(values)).isCloseTo(0.25, within(0.005));
  }

  @Test
  void sparseGaussianKeepsSomeInputsOfEachOutput() {
    double[] values = filled(new GaussianFiller(0, 1, 20), shape);
    double kept = Arrays.stream(values).filter(v -> v != 0).count() / (double) values.length;
    assertThat(kept).isCloseTo(20 / 200.0, within(0.005));
  }

  @Test
  void sparseGaussianKeepsNothingOrAllAtItsEnds() {
    assertThat(filled(new GaussianFiller(0, 1, 0), shape)).containsOnly(0);
    assertThat(filled(new GaussianFiller(0, 1, 200), shape)).doesNotContain(0);
  }

  @Test
  void xavierHasTheVarianceOfItsConnections() {
    double[] values = filled(new XavierFiller(VarianceNorm.FAN_IN), shape);
    assertThat(variance(values)).isCloseTo(1 / 500.0, within(0.00002));
    assertThat(greatest(values)).isCloseTo(Math.sqrt(3 / 500.0), within(0.0001));
    assertThat(variance(filled(new XavierFiller(VarianceNorm.FAN_OUT), shape)))
        .isCloseTo(1 / 1000.0, within(0.00001));
    assertThat(variance(filled(new XavierFiller(VarianceNorm.AVERAGE), shape)))
        .isCloseTo(1 / 750.0, within(0.00002));
  }

  @Test
  void msraHasTwiceThatVariance() {
    double[] values = filled(new MsraFiller(VarianceNorm.FAN_IN), shape);
    assertThat(mean(values)).isCloseTo(0, within(0.001));
    assertThat(variance(values)).isCloseTo(2 / 500.0, within(0.00005));
    assertThat(greatest(values)).isGreaterThan(3 * Math.sqrt(2 / 500.0));
  }

  @Test
  void countsConnectionsAsCaffeDoes() {
    assertThat(VarianceNorm.FAN_IN.connections(shape)).isEqualTo(500);
    assertThat(VarianceNorm.FAN_OUT.connections(shape)).isEqualTo(1000);
    assertThat(VarianceNorm.AVERAGE.connections(shape)).isEqualTo(750);
    assertThat(VarianceNorm.FAN_IN.connections(Shape.of(7))).isEqualTo(1);
    assertThat(VarianceNorm.FAN_OUT.connections(Shape.of(7))).isEqualTo(7);
    assertThat(VarianceNorm.AVERAGE.connections(Shape.of())).isEqualTo(1);
  }

  @Test
  void fillNothingWhereThereIsNothing() {
    Shape empty = Shape.of(0, 3);
    assertThat(filled(new XavierFiller(VarianceNorm.FAN_OUT), empty)).isEmpty();
    assertThat(filled(new MsraFiller(VarianceNorm.FAN_IN), Shape.of(3, 0))).isEmpty();
    assertThat(filled(new GaussianFiller(0, 1, 3), empty)).isEmpty();
  }

  @Test
  void positiveUnitballSumsToOneForEachOutput() {
    double[] values = filled(new PositiveUnitballFiller(), shape);
    assertThat(Arrays.stream(values).min().orElseThrow()).isNotNegative();
    for (int output = 0; output < 200; output++) {
      double[] one = Arrays.copyOfRange(values, output * 500, (output + 1) * 500);
      assertThat(Arrays.stream(one).sum()).isCloseTo(1, within(1e-6));
      assertThat(greatest(one)).isBetween(1.8 / 500, 2.25 / 500);
    }
    assertThat(filled(new PositiveUnitballFiller(), Shape.of(3))).containsOnly(1);
    assertThat(filled(new PositiveUnitballFiller(), Shape.of())).containsOnly(1);
  }

  @Test
  void bilinearIsCaffesForOddAndEvenKernels() {
    double[] even = {0.25, 0.75, 0.75, 0.25};
    double[] values = filled(new BilinearFiller(), Shape.of(2, 3, 4, 4));
    for (int i = 0; i < values.length; i++) {
      assertThat(values[i]).isEqualTo(even[i / 4 % 4] * even[i % 4]);
    }
    assertThat(filled(new BilinearFiller(), Shape.of(1, 1, 3))).containsExactly(0.5, 1, 0.5);
    assertThat(filled(new BilinearFiller(), Shape.of(1, 1, 1, 1))).containsExactly(1);
  }

  @Test
  void bilinearTakesAnyNumberOfSpatialAxesButNone() {
    assertThat(filled(new BilinearFiller(), Shape.of(1, 1, 2, 3, 1)))
        .containsExactly(0.25, 0.5, 0.25, 0.25, 0.5, 0.25);
    assertThatExceptionOfType(InvalidLayerException.class)
        .isThrownBy(() -> new BilinearFiller().check(Shape.of(4, 4)))
        .withMessage(
            "the filler bilinear is for kernels [outputs x inputs x spatial…], but the parameter"
                + " is [4x4]");
  }

  @Test
  void orthogonalHasOrthogonalRowsOrColumns() {
    assertOrthogonal(filled(new OrthogonalFiller(2), Shape.of(20, 5, 10)), 20, 50, 50, 1, 4);
    assertOrthogonal(filled(new OrthogonalFiller(1), Shape.of(30, 7)), 7, 30, 1, 7, 1);
    assertOrthogonal(filled(new OrthogonalFiller(1), Shape.of(9, 9)), 9, 9, 9, 1, 1);
  }

  private static void assertOrthogonal(
      double[] matrix, int count, int size, int step, int stride, double square) {
    for (int a = 0; a < count; a++) {
      for (int b = 0; b < count; b++) {
        double product = 0;
        for (int i = 0; i < size; i++) {
          product += matrix[a * step + i * stride] * matrix[b * step + i * stride];
        }
        assertThat(product).isCloseTo(a == b ? square : 0, within(1e-6));
      }
    }
  }

  @Test
  void orthogonalOfOneElementIsItsGainOfEitherSign() {
    assertThat(greatest(filled(new OrthogonalFiller(3), Shape.of()))).isEqualTo(3);
    assertThat(greatest(filled(new OrthogonalFiller(3), Shape.of(1, 1)))).isEqualTo(3);
  }

  @Test
  void truncatedNormalKeepsWithinItsBounds() {
    double[] wide = filled(new TruncatedNormalFiller(3, 0.5f, 2), shape);
    assertThat(Arrays.stream(wide).min().orElseThrow()).isBetween(2.0, 2.01);
    assertThat(Arrays.stream(wide).max().orElseThrow()).isBetween(3.99, 4.0);
    assertThat(variance(wide)).isCloseTo(0.25 * 0.7737, within(0.002));
    double[] narrow = filled(new TruncatedNormalFiller(0, 1, 0.5f), shape);
    assertThat(greatest(narrow)).isBetween(0.499, 0.5);
    assertThat(variance(narrow)).isCloseTo(0.0806, within(0.001));
  }

  @Test
  void identityHandsEachInputOn() {
    assertThat(filled(new IdentityFiller(2, 1), Shape.of(2, 3))).containsExactly(2, 0, 0, 0, 2, 0);
    assertThat(filled(new IdentityFiller(1, 1), Shape.of(3, 2))).containsExactly(1, 0, 0, 1, 0, 0);
    assertThat(filled(new IdentityFiller(1, 1), Shape.of(1, 2, 3, 2)))
        .containsExactly(0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0);
    assertThat(filled(new IdentityFiller(1, 2), Shape.of(4, 2)))
        .containsExactly(1, 0, 0, 1, 1, 0, 0, 1);
  }

  @Test
  void identityRefusesWhatHasNoDiagonal() {
    assertThatExceptionOfType(InvalidLayerException.class)
        .isThrownBy(() -> new IdentityFiller(1, 1).check(Shape.of(4)))
        .withMessage(
            "the filler identity is for weights [outputs x inputs x spatial…] with outputs that"
                + " its 1 groups divide, but the parameter is [4]");
    assertThatExceptionOfType(InvalidLayerException.class)
        .isThrownBy(() -> new IdentityFiller(1, 3).check(Shape.of(4, 2)));
  }

  @Test
  void theOthersFillNothingWhereThereIsNothing() {
    for (Shape empty : List.of(Shape.of(0, 3, 2), Shape.of(3, 0, 2), Shape.of(3, 2, 0))) {
      assertThat(filled(new PositiveUnitballFiller(), empty)).isEmpty();
      assertThat(filled(new BilinearFiller(), empty)).isEmpty();
      assertThat(filled(new OrthogonalFiller(1), empty)).isEmpty();
      assertThat(filled(new TruncatedNormalFiller(0, 1, 2), empty)).isEmpty();
      assertThat(filled(new IdentityFiller(1, 1), empty)).isEmpty();
    }
  }
}
