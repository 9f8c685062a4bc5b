package org.cortado.layers.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import org.cortado.api.blob.Blob;
import org.junit.jupiter.api.Test;

/** What holds for every loss over labels whose target can be spread, compared with plain loops. */
abstract class SmoothedLossContract extends LabelledLossContract {

  private static final double[] AMOUNTS = {0.3, 1};

  SmoothedLossContract(String type) {
    super(type);
  }

  private Map<String, Object> smoothed(double amount) {
    return with(
        "label_smoothing",
        amount,
        "class_weights",
        Arrays.toString(CLASS_WEIGHTS),
        "normalization",
        "none");
  }

  private static double share(double amount, int position, int label) {
    return amount / 3 + (label == LABELS[position] ? 1 - amount : 0);
  }

  private static double weight(int position) {
    return CLASS_WEIGHTS[(int) LABELS[position]] * WEIGHTS[position];
  }

  @Test
  void spreadsATargetOverTheLossesOfAllClasses() {
    for (double amount : AMOUNTS) {
      double sum = 0;
      for (int i = 0; i < SCORES.length; i++) {
        for (int label = 0; label < 3; label++) {
          sum += weight(i) * share(amount, i, label) * cost(SCORES[i], label);
        }
      }
      assertThat(loss(smoothed(amount), scores(SCORES), blob(LABELS), blob(WEIGHTS)))
          .isEqualTo((float) sum, within(2e-5f));
    }
  }

  @Test
  void spreadsATargetOverTheGradientsOfAllClasses() {
    for (double amount : AMOUNTS) {
      double[] sum = new double[3 * SCORES.length];
      for (int label = 0; label < 3; label++) {
        Blob labels = blob(label, label, label, label);
        float[] gradient = gradient(with("normalization", "none"), labels);
        for (int i = 0; i < sum.length; i++) {
          sum[i] += weight(i / 3) * share(amount, i / 3, label) * gradient[i];
        }
      }
      float[] spread = gradient(smoothed(amount), blob(LABELS), blob(WEIGHTS));
      for (int i = 0; i < sum.length; i++) {
        assertThat(spread[i]).isEqualTo((float) sum[i], within(2e-5f));
      }
    }
  }

  @Test
  void spreadsNothingFromAnIgnoredLabel() {
    Map<String, Object> options = with("label_smoothing", 0.3, "ignore_label", 255);
    double first = loss(options, scores(SCORES[0]), blob(1));

    assertThat(loss(options, scores(SCORES[0], SCORES[1]), blob(1, 255)))
        .isEqualTo((float) first, within(2e-6f));
    float[] gradient = gradient(options, blob(255, 0, 255, 1));
    assertThat(gradient).startsWith(0, 0, 0);
    assertThat(Arrays.copyOfRange(gradient, 6, 9)).containsOnly(0);
  }

  @Test
  void refusesToSpreadLessThanNothingOrMoreThanAll() {
    for (double amount : new double[] {-0.1, 1.1}) {
      assertThat(refusalOf(with("label_smoothing", amount), scores(SCORES), blob(LABELS)))
          .contains("label_smoothing must be");
    }
  }
}
