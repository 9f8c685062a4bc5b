package org.cortado.api.filler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.nio.FloatBuffer;
import java.util.Arrays;
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
}
