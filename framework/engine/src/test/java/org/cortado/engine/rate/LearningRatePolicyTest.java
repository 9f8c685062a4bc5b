package org.cortado.engine.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.cortado.api.InvalidLayerException;
import org.cortado.api.rate.History;
import org.cortado.api.rate.Moment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LearningRatePolicyTest {

  @Test
  void fixedStaysTheSame() {
    assertThat(new FixedPolicy().rate(0.1, at(0, 20_000))).isEqualTo(0.1);
    assertThat(new FixedPolicy().rate(0.1, at(1_000_000, 20_000))).isEqualTo(0.1);
  }

  @ParameterizedTest
  @CsvSource({"0, 2", "9, 2", "10, 1", "19, 1", "20, 0.5", "35, 0.25"})
  void stepChangesAtEachMultipleOfItsSize(long iteration, double rate) {
    assertThat(new StepPolicy(0.5, 10).rate(2, at(iteration, 20_000))).isEqualTo(rate);
  }

  /** LeNet's: 0.01 (1 + 0.0001 · 5000)^−0.75 = 0.01 / 1.5^0.75. */
  @ParameterizedTest
  @CsvSource({"0, 0.01", "5000, 0.00737788", "10000, 0.00594604"})
  void invFallsEverMoreSlowly(long iteration, double rate) {
    assertThat(new InvPolicy(0.0001, 0.75).rate(0.01, at(iteration, 20_000)))
        .isCloseTo(rate, within(1e-8));
  }

  @Test
  void expChangesWithEachIteration() {
    assertThat(new ExpPolicy(0.5).rate(8, at(3, 10))).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"0, 8", "9, 8", "10, 4", "29, 4", "30, 1", "99, 1"})
  void multistepChangesAtItsSteps(long iteration, double rate) {
    MultistepPolicy policy = new MultistepPolicy(0.5, List.of(10L, 30L, 30L));
    assertThat(policy.rate(8, at(iteration, 100))).isEqualTo(rate);
  }

  @Test
  void multistepWantsItsStepsInOrder() {
    assertThatThrownBy(() -> new MultistepPolicy(0.5, List.of(30L, 10L)))
        .isInstanceOf(InvalidLayerException.class)
        .hasMessage("stepvalue must be in order, but is [30, 10]");
  }

  @ParameterizedTest
  @CsvSource({"0, 4", "50, 1", "100, 0", "120, 0"})
  void polyFallsToNothing(long iteration, double rate) {
    assertThat(new PolyPolicy(2).rate(4, at(iteration, 100))).isEqualTo(rate);
  }

  /** 1 / (1 + e^−0.5) = 0.62245933. */
  @ParameterizedTest
  @CsvSource({"50, 0.5", "55, 0.37754067", "45, 0.62245933"})
  void sigmoidIsHalfWayAtItsStep(long iteration, double rate) {
    assertThat(new SigmoidPolicy(-0.1, 50).rate(1, at(iteration, 100)))
        .isCloseTo(rate, within(1e-8));
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "50, 0.55", "100, 0.1"})
  void cosineFallsAllTheWay(long iteration, double rate) {
    CosinePolicy policy = new CosinePolicy(Optional.empty(), 1, 0.1);
    assertThat(policy.rate(1, at(iteration, 100))).isCloseTo(rate, within(1e-12));
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "5, 0.5", "10, 1", "20, 0.5", "30, 1", "50, 0.5"})
  void cosineBeginsAnew(long iteration, double rate) {
    CosinePolicy policy = new CosinePolicy(Optional.of(10L), 2, 0);
    assertThat(policy.rate(1, at(iteration, 100))).isCloseTo(rate, within(1e-12));
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "5, 2", "10, 3", "15, 2", "20, 1", "30, 2", "40, 1", "50, 1.5"})
  void cyclicGoesUpAndDown(long iteration, double rate) {
    assertThat(new CyclicPolicy(3, 10, 0.5).rate(1, at(iteration, 100))).isEqualTo(rate);
  }

  /** Torch's OneCycleLR(max_lr=1, total_steps=100) gives these. */
  @ParameterizedTest
  @CsvSource({"0, 0.04", "29, 1", "99, 0.000004", "14, 0.4940133", "64, 0.500002"})
  void oneCycleRisesAndFalls(long iteration, double rate) {
    OneCyclePolicy policy = new OneCyclePolicy(0.3, 25, 10_000);
    assertThat(policy.rate(1, at(iteration, 100))).isCloseTo(rate, within(1e-6));
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "5, 2.5", "10, 4", "60, 1", "110, 0"})
  void warmupRisesToWhereAnotherBegins(long iteration, double rate) {
    WarmupPolicy policy = new WarmupPolicy(10, 0.25, new PolyPolicy(2));
    assertThat(policy.rate(4, at(iteration, 110))).isEqualTo(rate);
  }

  @ParameterizedTest
  @CsvSource({"0, 4", "9, 4", "10, 2", "15, 1", "20, 0.4", "500, 0.4"})
  void piecewiseGoesFromOneToTheNext(long iteration, double rate) {
    PiecewisePolicy policy =
        new PiecewisePolicy(
            List.of(
                new PiecewisePolicy.Piece(10, 1, new FixedPolicy()),
                new PiecewisePolicy.Piece(10, 0.5, new PolyPolicy(1)),
                new PiecewisePolicy.Piece(10, 0.1, new FixedPolicy())));
    assertThat(policy.rate(4, at(iteration, 30))).isCloseTo(rate, within(1e-12));
  }

  private static Moment at(long iteration, long length) {
    return new Moment(iteration, length, History.NONE);
  }
}
