package org.cortado.engine.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LearningRatePolicyTest {

  @Test
  void fixedStaysTheSame() {
    assertThat(new FixedPolicy().rate(0.1, 0)).isEqualTo(0.1);
    assertThat(new FixedPolicy().rate(0.1, 1_000_000)).isEqualTo(0.1);
  }

  @ParameterizedTest
  @CsvSource({"0, 2", "9, 2", "10, 1", "19, 1", "20, 0.5", "35, 0.25"})
  void stepChangesAtEachMultipleOfItsSize(long iteration, double rate) {
    assertThat(new StepPolicy(0.5, 10).rate(2, iteration)).isEqualTo(rate);
  }

  /** LeNet's: 0.01 (1 + 0.0001 · 5000)^−0.75 = 0.01 / 1.5^0.75. */
  @ParameterizedTest
  @CsvSource({"0, 0.01", "5000, 0.00737788", "10000, 0.00594604"})
  void invFallsEverMoreSlowly(long iteration, double rate) {
    assertThat(new InvPolicy(0.0001, 0.75).rate(0.01, iteration)).isCloseTo(rate, within(1e-8));
  }
}
