package org.cortado.engine.solver;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UpdateRuleTest {

  private final float[] weights = {1, -2, 0};
  private final float[] gradient = {4, 8, -4};
  private final float[] history = {0, 1, 2};

  @Test
  void withoutMomentumFollowsTheGradient() {
    new MomentumRule(0).update(weights, gradient, history, 0.25f, 3);
    assertThat(weights).containsExactly(0, -4, 1);
  }

  @Test
  void momentumRepeatsPartOfTheLastChange() {
    new MomentumRule(0.5f).update(weights, gradient, history, 0.25f, 3);
    assertThat(history).containsExactly(1, 2.5f, 0);
    assertThat(weights).containsExactly(0, -4.5f, 0);
  }

  @Test
  void leavesWhatIsBeyondTheLengthAlone() {
    new MomentumRule(0.5f).update(weights, gradient, history, 0.25f, 1);
    assertThat(weights).containsExactly(0, -2, 0);
    assertThat(history).containsExactly(1, 1, 2);
  }

  @Test
  void squaresAreHeldDownInProportion() {
    Regularizer.L2.addTo(gradient, weights, 0.5f, 3);
    assertThat(gradient).containsExactly(4.5f, 7, -4);
  }

  @Test
  void amountsAreHeldDownEvenly() {
    Regularizer.L1.addTo(gradient, weights, 0.5f, 3);
    assertThat(gradient).containsExactly(4.5f, 7.5f, -4);
  }

  @Test
  void regularizersLeaveWhatIsBeyondTheLengthAlone() {
    Regularizer.L1.addTo(gradient, weights, 1, 1);
    Regularizer.L2.addTo(gradient, weights, 1, 1);
    assertThat(gradient).containsExactly(6, 8, -4);
  }
}
