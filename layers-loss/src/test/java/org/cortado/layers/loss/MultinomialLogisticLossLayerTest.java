package org.cortado.layers.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.cortado.testkit.Values.between;
import static org.cortado.testkit.Values.labels;
import static org.cortado.testkit.Values.positive;

import java.util.Map;
import java.util.stream.Stream;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Shape;
import org.cortado.testkit.Case;
import org.cortado.testkit.TestLayer;
import org.junit.jupiter.api.Test;

class MultinomialLogisticLossLayerTest extends SmoothedLossContract {

  MultinomialLogisticLossLayerTest() {
    super("MultinomialLogisticLoss");
  }

  @Override
  double cost(double[] scores, int label) {
    return -Math.log(scores[label]);
  }

  private static Case loss() {
    return layer("MultinomialLogisticLoss");
  }

  @Override
  protected Stream<Case> cases() {
    return Stream.of(
        loss().bottom(between(0.1, 0.9), 4, 3).bottom(labels(3), 4),
        loss().bottom(between(0.1, 0.9), 2, 3, 2, 2).bottom(labels(3), 2, 2, 2).bottom(2),
        loss()
            .option("axis", -1)
            .bottom(between(0.1, 0.9), 4, 3)
            .bottom(labels(3), 4)
            .bottom(positive(), 4),
        loss().option("ignore_label", 1).bottom(between(0.1, 0.9), 4, 3).bottom(labels(3), 4),
        loss()
            .option("normalize", false)
            .bottom(between(0.1, 0.9), 2, 3, 2)
            .bottom(labels(3), 2, 2),
        loss()
            .option("normalization", "full")
            .bottom(between(0.1, 0.9), 2, 3, 2)
            .bottom(labels(3), 4),
        loss()
            .option("normalization", "none")
            .bottom(between(0.1, 0.9), 2, 3, 2)
            .bottom(labels(3), 4),
        loss()
            .option("class_weights", "[0, 2, 1]")
            .option("normalization", "weights")
            .bottom(between(0.1, 0.9), 4, 3)
            .bottom(labels(3), 4)
            .bottom(positive(), 4),
        loss()
            .option("label_smoothing", 0.3)
            .bottom(between(0.1, 0.9), 2, 3, 2)
            .bottom(labels(3), 2, 2),
        loss().option("label_smoothing", 1).bottom(between(0.1, 0.9), 4, 3).bottom(labels(3), 4),
        loss().bottom(between(0.1, 0.9), 1, 1).bottom(labels(1), 1));
  }

  private static float[] gradient(Map<String, Object> options, Blob probabilities) {
    try (TestLayer layer = make("MultinomialLogisticLoss", options, probabilities, blob(1))) {
      layer.forward();
      layer.backward(2);
      return layer.bottomDiff(0);
    }
  }

  @Test
  void isTheNegativeLogarithmOfTheLabelsProbability() {
    Blob probabilities = blob(Shape.of(1, 2), 0.75, 0.25);

    assertThat(run("MultinomialLogisticLoss", options(), probabilities, blob(1))[0])
        .isEqualTo((float) Math.log(4), within(1e-6f));
    assertThat(gradient(options(), probabilities)).containsExactly(0, -8);
  }

  @Test
  void spreadsATargetOverAllClasses() {
    Blob probabilities = blob(Shape.of(1, 2), 0.75, 0.25);
    Map<String, Object> options = options("label_smoothing", 0.4);

    assertThat(run("MultinomialLogisticLoss", options, probabilities, blob(1))[0])
        .isEqualTo((float) (0.2 * Math.log(4.0 / 3) + 0.8 * Math.log(4)), within(1e-6f));
    assertThat(gradient(options, probabilities))
        .containsExactly(new float[] {-0.4f / 0.75f, -6.4f}, within(1e-5f));
  }

  @Test
  void takesNoProbabilityForLessThanCaffeDoes() {
    Blob impossible = blob(Shape.of(1, 2), 1, 0);

    assertThat(run("MultinomialLogisticLoss", options(), impossible, blob(1))[0])
        .isEqualTo((float) -Math.log(1e-20), within(1e-5f));
    assertThat(gradient(options(), impossible)).containsExactly(0, -2e20f);
  }
}
