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

class NLLLossLayerTest extends SmoothedLossContract {

  NLLLossLayerTest() {
    super("NLLLoss");
  }

  @Override
  double cost(double[] scores, int label) {
    return -scores[label];
  }

  private static Case loss() {
    return layer("NLLLoss");
  }

  @Override
  protected Stream<Case> cases() {
    return Stream.of(
        loss().bottom(between(-5, 0), 4, 3).bottom(labels(3), 4),
        loss().bottom(between(-5, 0), 2, 3, 2, 2).bottom(labels(3), 2, 2, 2).bottom(2),
        loss()
            .option("axis", -1)
            .bottom(between(-5, 0), 4, 3)
            .bottom(labels(3), 4)
            .bottom(positive(), 4),
        loss().option("ignore_label", 1).bottom(between(-5, 0), 4, 3).bottom(labels(3), 4),
        loss().option("normalize", false).bottom(between(-5, 0), 2, 3, 2).bottom(labels(3), 2, 2),
        loss().option("normalization", "full").bottom(between(-5, 0), 2, 3, 2).bottom(labels(3), 4),
        loss().option("normalization", "none").bottom(between(-5, 0), 2, 3, 2).bottom(labels(3), 4),
        loss()
            .option("class_weights", "[0, 2, 1]")
            .option("normalization", "weights")
            .bottom(between(-5, 0), 4, 3)
            .bottom(labels(3), 4)
            .bottom(positive(), 4),
        loss()
            .option("label_smoothing", 0.3)
            .bottom(between(-5, 0), 2, 3, 2)
            .bottom(labels(3), 2, 2),
        loss().option("label_smoothing", 1).bottom(between(-5, 0), 4, 3).bottom(labels(3), 4),
        loss().bottom(between(-5, 0), 1, 1).bottom(labels(1), 1));
  }

  private static Blob logarithms() {
    return blob(Shape.of(1, 3), -1, -2, -4);
  }

  private static float[] gradient(Map<String, Object> options) {
    try (TestLayer layer = make("NLLLoss", options, logarithms(), blob(1))) {
      layer.forward();
      layer.backward(3);
      return layer.bottomDiff(0);
    }
  }

  @Test
  void isTheNegativeOfTheLabelsLogarithm() {
    assertThat(run("NLLLoss", options(), logarithms(), blob(1))).containsExactly(2);
    assertThat(gradient(options())).containsExactly(0, -3, 0);
  }

  @Test
  void spreadsATargetOverAllClasses() {
    Map<String, Object> options = options("label_smoothing", 0.3);

    assertThat(run("NLLLoss", options, logarithms(), blob(1))[0])
        .isEqualTo(0.1f * 1 + 0.8f * 2 + 0.1f * 4, within(1e-6f));
    assertThat(gradient(options)).containsExactly(new float[] {-0.3f, -2.4f, -0.3f}, within(1e-6f));
  }

  @Test
  void hasNoLimit() {
    Blob impossible = blob(Shape.of(1, 2), Double.NEGATIVE_INFINITY, 0);

    assertThat(run("NLLLoss", options(), impossible, blob(0)))
        .containsExactly(Float.POSITIVE_INFINITY);
    assertThat(run("NLLLoss", options(), impossible, blob(1))).containsExactly(0);
  }
}
