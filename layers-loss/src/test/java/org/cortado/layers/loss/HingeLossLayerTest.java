package org.cortado.layers.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.cortado.testkit.Values.labels;
import static org.cortado.testkit.Values.positive;

import java.util.Map;
import java.util.stream.Stream;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Shape;
import org.cortado.testkit.Case;
import org.cortado.testkit.TestLayer;
import org.junit.jupiter.api.Test;

class HingeLossLayerTest extends SmoothedLossContract {

  HingeLossLayerTest() {
    super("HingeLoss");
  }

  @Override
  double cost(double[] scores, int label) {
    double sum = 0;
    for (int i = 0; i < scores.length; i++) {
      sum += Math.max(0, 1 - (i == label ? scores[i] : -scores[i]));
    }
    return sum;
  }

  @Override
  protected Stream<Case> cases() {
    return Stream.of(
        layer("HingeLoss").bottom(4, 3).bottom(labels(3), 4),
        layer("HingeLoss").option("norm", "l2").bottom(4, 3).bottom(labels(3), 4),
        layer("HingeLoss").option("norm", "l1").bottom(2, 3, 2).bottom(labels(6), 2, 1),
        layer("HingeLoss")
            .option("norm", "l2")
            .option("class_weights", "[1, 2, 3]")
            .option("normalization", "weights")
            .option("ignore_label", 1)
            .bottom(4, 3)
            .bottom(labels(3), 4)
            .bottom(4),
        layer("HingeLoss")
            .option("label_smoothing", 0.3)
            .option("ignore_label", 1)
            .bottom(4, 3)
            .bottom(labels(3), 4),
        layer("HingeLoss")
            .option("norm", "l2")
            .option("label_smoothing", 0.3)
            .option("class_weights", "[1, 0, 3]")
            .bottom(4, 3)
            .bottom(labels(3), 4)
            .bottom(positive(), 4),
        layer("HingeLoss")
            .option("norm", "l2")
            .option("label_smoothing", 1)
            .option("normalization", "full")
            .option("ignore_label", 0)
            .bottom(2, 3, 2)
            .bottom(labels(6), 2),
        layer("HingeLoss").option("label_smoothing", 0.1).bottom(1, 1).bottom(labels(1), 1),
        layer("HingeLoss").bottom(1, 1).bottom(labels(1), 1));
  }

  /**
   * Of class 0 the first misses its margin by 0.5, of class 1 the second by 3 and the third by 0.
   */
  private static Blob scores() {
    return blob(Shape.of(1, 3), 0.5, 2, -1);
  }

  private static float[] gradient(Map<String, Object> options) {
    try (TestLayer layer = make("HingeLoss", options, scores(), blob(0))) {
      layer.forward();
      layer.backward(2);
      return layer.bottomDiff(0);
    }
  }

  @Test
  void sumsWhatMarginsAreMissedBy() {
    assertThat(run("HingeLoss", options(), scores(), blob(0))).containsExactly(3.5f);
    assertThat(run("HingeLoss", options("norm", "l2"), scores(), blob(0))).containsExactly(9.25f);
  }

  @Test
  void pushesScoresBeyondTheirMarginsAndNoFurther() {
    assertThat(gradient(options())).containsExactly(-2, 2, 0);
    assertThat(gradient(options("norm", "l2"))).containsExactly(-2, 12, 0);
  }

  /** Of class 1 the first misses its margin by 1.5, the second by none; of 2 the third by 2. */
  @Test
  void spreadsATargetOverAllClasses() {
    Map<String, Object> options = options("label_smoothing", 0.3);

    assertThat(run("HingeLoss", options, scores(), blob(0))[0])
        .isEqualTo(0.8f * 3.5f + 0.1f * 1.5f + 0.1f * 6.5f, within(1e-6f));
    assertThat(gradient(options))
        .containsExactly(new float[] {2 * (0.2f - 0.8f), 2 * 0.9f, -2 * 0.1f}, within(1e-6f));
  }

  @Test
  void dividesByTheItems() {
    assertThat(run("HingeLoss", options(), blob(Shape.of(2, 2), 0, 0, 0, 0), blob(0, 1)))
        .containsExactly(2);
  }

  @Test
  void refusesScoresWithoutItems() {
    assertThat(refusal("HingeLoss", options(), blob(Shape.of(), 1), blob(0)))
        .isEqualTo("the scores must have at least one axis, but are []");
  }

  @Test
  void refusesANormItDoesNotKnow() {
    assertThat(refusal("HingeLoss", options("norm", "l3"), scores(), blob(0))).contains("'l3'");
  }
}
