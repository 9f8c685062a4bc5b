package org.cortado.engine.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.cortado.engine.solver.RangeTestResult.Doubt;
import org.cortado.engine.solver.RangeTestResult.End;
import org.cortado.engine.solver.RangeTestResult.Point;
import org.cortado.engine.solver.RangeTestResult.Suggestion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RangeCurveTest {

  private static final int LENGTH = 101;

  /** Adds losses for rates from 1e-8 to 1, of which each decade has 12 and a half. */
  private static RangeCurve curve(DoubleUnaryOperator lossOfDecade) {
    RangeCurve curve = new RangeCurve(LENGTH);
    for (int i = 0; i < LENGTH; i++) {
      double decade = -8 + 0.08 * i;
      curve.add(Math.pow(10, decade), lossOfDecade.applyAsDouble(decade));
    }
    return curve;
  }

  /** Falls from 2 to 1 about 1e-4, and rises above 4 at 1. */
  private static double typical(double decade) {
    return 1 + 1 / (1 + Math.exp(4 * (decade + 4))) + Math.exp(8 * (decade + 0.4));
  }

  private static Suggestion suggestion(RangeCurve curve, End end) {
    return curve.result(end).suggestion().orElseThrow();
  }

  /** The average lags behind by fewer than its window of five points. */
  @Test
  void suggestsWhereTheLossFallsFastest() {
    Suggestion found = suggestion(curve(RangeCurveTest::typical), End.LOSS_TOO_HIGH);
    assertThat(Math.log10(found.steepest())).isCloseTo(-4, within(0.4));
    assertThat(Math.log10(found.lowest())).isBetween(-2.0, -0.9);
    assertThat(found.tenthOfLowest()).isEqualTo(0.1 * found.lowest());
    assertThat(found.rate()).isEqualTo(found.steepest());
  }

  @Test
  void suggestsTheLowerOfTwoRates() {
    Suggestion late = suggestion(curve(decade -> 2 - Math.pow(10, decade)), End.NOT_FINITE);
    assertThat(late.steepest()).isGreaterThan(0.1);
    assertThat(late.rate()).isEqualTo(late.tenthOfLowest()).isCloseTo(0.1, within(1e-9));
  }

  /** Weights 0.8, and the sum of what they leave: (0.8 · 0.2 · 1 + 0.2 · 4) / (1 − 0.8²). */
  @Test
  void smoothsWithoutABiasTowardsNothing() {
    RangeCurve curve = new RangeCurve(100);
    curve.add(1, 1);
    curve.add(2, 4);
    assertThat(curve.result(End.ALL_TRIED).points())
        .extracting(Point::smoothed)
        .satisfiesExactly(
            first -> assertThat(first).isCloseTo(1, within(1e-12)),
            second -> assertThat(second).isCloseTo(0.96 / 0.36, within(1e-12)));
  }

  @Test
  void doesNotSmoothAFewPoints() {
    RangeCurve curve = new RangeCurve(10);
    curve.add(1, 1);
    curve.add(2, 4);
    assertThat(curve.result(End.ALL_TRIED).points())
        .extracting(Point::smoothed)
        .containsExactly(1.0, 4.0);
  }

  @Test
  void endsAboveFourTimesTheLowest() {
    RangeCurve curve = new RangeCurve(10);
    curve.add(1, 5);
    curve.add(2, 1);
    curve.add(3, 4);
    assertThat(curve.isTooHigh()).isFalse();
    curve.add(4, 4.01);
    assertThat(curve.isTooHigh()).isTrue();
  }

  /** Four times a loss below 0 is less. */
  @Test
  void doesNotEndAtLossesBelowNothing() {
    RangeCurve curve = new RangeCurve(10);
    curve.add(1, -1);
    curve.add(2, -2);
    assertThat(curve.isTooHigh()).isFalse();
  }

  @Test
  void looksOverAnOddFirstBatch() {
    RangeCurve curve = curve(decade -> typical(decade) + (decade == -8 ? 5 : 0));
    assertThat(Math.log10(suggestion(curve, End.LOSS_TOO_HIGH).steepest()))
        .isCloseTo(-4, within(0.4));
  }

  @Test
  void suggestsNothingIfTheLossNeverFell() {
    assertThat(curve(decade -> 9 + decade).result(End.ALL_TRIED).suggestion()).isEmpty();
  }

  @Test
  void isSureOfAClearFallAndRise() {
    RangeCurve curve = curve(RangeCurveTest::typical);
    assertThat(suggestion(curve, End.LOSS_TOO_HIGH).doubts())
        .doesNotContain(Doubt.SMALL_FALL, Doubt.NOISY, Doubt.NO_LIMIT);
    assertThat(suggestion(curve, End.NOT_FINITE).doubts()).doesNotContain(Doubt.NO_LIMIT);
    assertThat(suggestion(curve, End.ALL_TRIED).doubts()).contains(Doubt.NO_LIMIT);
  }

  @Test
  void doubtsASmallFall() {
    RangeCurve curve = curve(decade -> 20 + typical(decade));
    assertThat(suggestion(curve, End.NOT_FINITE).doubts()).contains(Doubt.SMALL_FALL);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void doubtsWhatMayBeChance(long seed) {
    Random random = new Random(seed);
    RangeCurve curve = curve(decade -> 2 + 0.5 * random.nextGaussian());
    assertThat(suggestion(curve, End.NOT_FINITE).doubts())
        .as("%s", curve.result(End.NOT_FINITE))
        .contains(Doubt.NOISY);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void isSureInSpiteOfALittleNoise(long seed) {
    Random random = new Random(seed);
    RangeCurve curve = curve(decade -> typical(decade) + 0.1 * random.nextGaussian());
    assertThat(suggestion(curve, End.NOT_FINITE).doubts()).doesNotContain(Doubt.NOISY);
  }

  @Test
  void doubtsTwoRulesThatDisagree() {
    RangeCurve slow =
        curve(decade -> 1 + 1 / (1 + Math.exp(8 * (decade + 6))) - 0.05 * (decade + 8));
    assertThat(suggestion(slow, End.NOT_FINITE).doubts()).containsExactly(Doubt.FAR_APART);
    RangeCurve quick = curve(decade -> decade < -4 ? 2 - (decade + 8) / 4 : 1 + decade + 4);
    assertThat(suggestion(quick, End.NOT_FINITE).doubts()).isEmpty();
  }
}
