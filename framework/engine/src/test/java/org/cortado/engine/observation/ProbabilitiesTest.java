package org.cortado.engine.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ProbabilitiesTest {

  @Test
  void followsTheSoftmax() {
    double e = Math.E;
    assertThat(Probabilities.ofScores(new double[] {1, 0}))
        .containsExactly(new double[] {e / (1 + e), 1 / (1 + e)}, within(1e-15));
  }

  @Test
  void bearsLargeScores() {
    assertThat(Probabilities.ofScores(new double[] {1e300, 0})).containsExactly(1, 0);
  }

  @Test
  void undoesLogarithms() {
    assertThat(Probabilities.ofLogarithms(new double[] {0, Math.log(0.25)}))
        .containsExactly(new double[] {1, 0.25}, within(1e-15));
  }
}
