package org.cortado.layers.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.cortado.testkit.Values.between;
import static org.cortado.testkit.Values.labels;
import static org.cortado.testkit.Values.positive;

import java.util.Map;
import java.util.stream.Stream;
import org.cortado.api.blob.Blob;
import org.cortado.testkit.Case;
import org.cortado.testkit.TestLayer;
import org.junit.jupiter.api.Test;

class MultiClassHingeLossLayerTest extends SmoothedLossContract {

  MultiClassHingeLossLayerTest() {
    super("MultiClassHingeLoss");
  }

  @Override
  double cost(double[] scores, int label) {
    double sum = 0;
    for (int i = 0; i < scores.length; i++) {
      sum += i == label ? 0 : Math.max(0, scores[i] - scores[label] + 1);
    }
    return sum;
  }

  private static Case loss() {
    return layer("MultiClassHingeLoss");
  }

  @Override
  protected Stream<Case> cases() {
    return Stream.of(
        loss().bottom(between(-2, 2), 4, 3).bottom(labels(3), 4),
        loss().bottom(between(-2, 2), 2, 3, 2, 2).bottom(labels(3), 2, 2, 2).bottom(2),
        loss()
            .option("axis", -1)
            .bottom(between(-2, 2), 4, 3)
            .bottom(labels(3), 4)
            .bottom(positive(), 4),
        loss().option("ignore_label", 1).bottom(between(-2, 2), 4, 3).bottom(labels(3), 4),
        loss().option("normalize", false).bottom(between(-2, 2), 2, 3, 2).bottom(labels(3), 2, 2),
        loss().option("normalization", "full").bottom(between(-2, 2), 2, 3, 2).bottom(labels(3), 4),
        loss().option("normalization", "none").bottom(between(-2, 2), 2, 3, 2).bottom(labels(3), 4),
        loss().option("margin", 0.5).bottom(between(-2, 2), 4, 3).bottom(labels(3), 4),
        loss()
            .option("norm", "l2")
            .option("class_weights", "[0, 2, 1]")
            .option("normalization", "weights")
            .bottom(between(-2, 2), 4, 3)
            .bottom(labels(3), 4)
            .bottom(positive(), 4),
        loss()
            .option("label_smoothing", 0.3)
            .option("ignore_label", 1)
            .bottom(between(-2, 2), 4, 3)
            .bottom(labels(3), 4),
        loss()
            .option("norm", "l2")
            .option("label_smoothing", 0.3)
            .option("class_weights", "[0, 2, 1]")
            .bottom(between(-2, 2), 2, 3, 2)
            .bottom(labels(3), 4)
            .bottom(positive(), 4),
        loss()
            .option("norm", "l2")
            .option("margin", 0.5)
            .option("label_smoothing", 1)
            .option("ignore_label", 0)
            .option("normalization", "full")
            .bottom(between(-2, 2), 4, 3)
            .bottom(labels(3), 4),
        loss().option("label_smoothing", 0.1).bottom(1, 1).bottom(labels(1), 1),
        loss().bottom(1, 1).bottom(labels(1), 1));
  }

  /** The lecture's scores of a cat, a car and a frog, each in a row. */
  private static Blob lecture() {
    return scores(new double[][] {{3.2, 5.1, -1.7}, {1.3, 4.9, 2.0}, {2.2, 2.5, -3.1}});
  }

  private static float[] gradient(Map<String, Object> options) {
    try (TestLayer layer = make("MultiClassHingeLoss", options, lecture(), blob(0, 1, 2))) {
      layer.forward();
      layer.backward(3);
      return layer.bottomDiff(0);
    }
  }

  @Test
  void isThatOfTheLecture() {
    Blob labels = blob(0, 1, 2);

    assertThat(run("MultiClassHingeLoss", options(), lecture(), labels)[0])
        .isEqualTo((2.9f + 0 + 12.9f) / 3, within(1e-5f));
    assertThat(run("MultiClassHingeLoss", options("norm", "l2"), lecture(), labels)[0])
        .isEqualTo((2.9f * 2.9f + 6.3f * 6.3f + 6.6f * 6.6f) / 3, within(1e-4f));
    assertThat(run("MultiClassHingeLoss", options("margin", 4), lecture(), labels)[0])
        .isEqualTo((5.9f + 0.4f + 1.1f + 9.3f + 9.6f) / 3, within(1e-5f));
  }

  @Test
  void lowersWhatIsTooNearAndLiftsTheLabel() {
    assertThat(gradient(options())).containsExactly(-1, 1, 0, 0, 0, 0, 1, 1, -2);
    assertThat(gradient(options("norm", "l2")))
        .containsExactly(
            new float[] {-5.8f, 5.8f, 0, 0, 0, 0, 12.6f, 13.2f, -25.8f}, within(1e-4f));
  }

  /** Were it a car the cat would lose nothing, were it a frog 5.9 and 7.8. */
  @Test
  void spreadsATargetOverAllClasses() {
    Map<String, Object> options = options("label_smoothing", 0.3);
    try (TestLayer layer =
        make("MultiClassHingeLoss", options, scores(new double[] {3.2, 5.1, -1.7}), blob(0))) {
      layer.forward();
      layer.backward(1);
      assertThat(layer.top(0)[0]).isEqualTo(0.8f * 2.9f + 0.1f * 13.7f, within(1e-5f));
      assertThat(layer.bottomDiff(0))
          .containsExactly(new float[] {-0.8f + 0.1f, 0.8f + 0.1f, -0.2f}, within(1e-6f));
    }
  }

  @Test
  void refusesANormItDoesNotKnow() {
    assertThat(refusal("MultiClassHingeLoss", options("norm", "l3"), lecture(), blob(0, 0, 0)))
        .contains("'l3'");
  }
}
