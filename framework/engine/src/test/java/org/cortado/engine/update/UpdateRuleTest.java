package org.cortado.engine.update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cortado.api.update.Update;
import org.cortado.api.update.UpdateRule;
import org.cortado.engine.plugin.LayerCatalogue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class UpdateRuleTest {

  private static final Map<String, Class<? extends Record>> BUILT_IN =
      LayerCatalogue.load().variants().of(UpdateRule.class);

  private static final int STEPS = 300;
  private static final int LENGTH = 37;

  private final float[] weights = {1, -2, 0};
  private final float[] gradient = {4, 8, -4};
  private final float[][] history = {{0, 1, 2}};

  static Stream<UpdateRule> rules() {
    return PlainRule.ALL.keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void followsItsFormulaForHundredsOfSteps(UpdateRule rule) {
    Random random = new Random(1);
    PlainRule plain = Objects.requireNonNull(PlainRule.ALL.get(rule));
    Update update = rule.newUpdate();
    float[] w = new float[LENGTH];
    float[] g = new float[LENGTH];
    float[][] histories = new float[rule.histories().size()][LENGTH];
    double[] expected = new double[LENGTH];
    double[][] remembered = new double[LENGTH][3];
    for (int step = 1; step <= STEPS; step++) {
      float rate = 0.02f / (1 + step / 100);
      for (int i = 0; i < LENGTH; i++) {
        g[i] = random.nextFloat() - (i % 5 == 0 ? 0 : 0.5f);
        expected[i] -= plain.change(remembered[i], g[i], rate, step);
      }
      update.begin(step);
      update.change(w, g, histories, rate, LENGTH);
      for (int i = 0; i < LENGTH; i++) {
        assertThat((double) w[i]).as("step %d", step).isCloseTo(expected[i], within(2e-5));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("rules")
  void leavesWhatIsBeyondTheLengthAlone(UpdateRule rule) {
    float[][] histories = new float[rule.histories().size()][3];
    Update update = rule.newUpdate();
    update.begin(1);
    update.change(weights, gradient, histories, 0.25f, 1);
    assertThat(weights[0]).isNotEqualTo(1);
    assertThat(weights).containsExactly(weights[0], -2, 0);
    for (float[] remembered : histories) {
      assertThat(remembered).endsWith(0, 0);
    }
  }

  @ParameterizedTest
  @MethodSource("rules")
  void needsNoStepsBeforeTheOneItIsTold(UpdateRule rule) {
    float[] resumed = weights.clone();
    Update first = rule.newUpdate();
    for (int step = 1; step <= 700; step++) {
      first.begin(step);
    }
    Update second = rule.newUpdate();
    second.begin(700);
    first.change(weights, gradient.clone(), ones(rule), 0.1f, 3);
    second.change(resumed, gradient.clone(), ones(rule), 0.1f, 3);
    assertThat(weights).containsExactly(resumed);
  }

  private static float[][] ones(UpdateRule rule) {
    float[][] ones = new float[rule.histories().size()][3];
    for (float[] history : ones) {
      Arrays.fill(history, 1);
    }
    return ones;
  }

  @Test
  void everyRuleIsComparedWithItsFormula() {
    Collection<Class<?>> compared = rules().map(Object::getClass).collect(Collectors.toSet());
    compared.add(LarsRule.class); // by ParameterUpdaterTest: it isn't a formula of one weight
    assertThat(compared).containsExactlyInAnyOrderElementsOf(BUILT_IN.values());
  }

  @Test
  void filesCallRulesByTheNamesOfTheField() {
    assertThat(BUILT_IN)
        .containsOnlyKeys(
            "SGD",
            "Nesterov",
            "AdaGrad",
            "RMSProp",
            "AdaDelta",
            "Adam",
            "AdamW",
            "AMSGrad",
            "NAdam",
            "RAdam",
            "Lion",
            "LARS")
        .containsAllEntriesOf(Map.of("SGD", SgdRule.class, "RMSProp", RmsPropRule.class));
  }

  @Test
  void withoutMomentumFollowsTheGradient() {
    new SgdRule(0).newUpdate().change(weights, gradient, new float[0][], 0.25f, 3);
    assertThat(weights).containsExactly(0, -4, 1);
  }

  @Test
  void momentumRepeatsPartOfTheLastChange() {
    new SgdRule(0.5).newUpdate().change(weights, gradient, history, 0.25f, 3);
    assertThat(history[0]).containsExactly(1, 2.5f, 0);
    assertThat(weights).containsExactly(0, -4.5f, 0);
  }

  @Test
  void theRateOfLarsMakesChangesAPartOfTheWeights() {
    LarsRule rule = new LarsRule(0.9, 0.01);
    assertThat(rule.rateFactor(3, 5, 0.5)).isEqualTo(0.01 * 3 / (5 + 0.5 * 3));
    assertThat(rule.rateFactor(0, 5, 0.5)).isEqualTo(1);
    assertThat(rule.rateFactor(3, 0, 0)).isEqualTo(1);
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
