package org.cortado.layers.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.cortado.testkit.Values.between;
import static org.cortado.testkit.Values.labels;
import static org.cortado.testkit.Values.positive;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Shape;
import org.cortado.testkit.Case;
import org.cortado.testkit.LayerContract;
import org.cortado.testkit.TestLayer;
import org.cortado.testkit.Values;
import org.junit.jupiter.api.Test;

class SigmoidCrossEntropyLossLayerTest extends LayerContract {

  private static final double LN3 = Math.log(3);

  private static Case loss() {
    return layer("SigmoidCrossEntropyLoss");
  }

  private static Values targets() {
    return between(0, 1);
  }

  @Override
  protected Stream<Case> cases() {
    return Stream.of(
        loss().bottom(4, 3).bottom(targets(), 4, 3),
        loss().bottom(between(-20, 20), 4, 3).bottom(labels(2), 4, 3).tops(2),
        loss().option("ignore_label", 1).bottom(4, 3).bottom(labels(2), 4, 3),
        loss().option("label_smoothing", 0.3).bottom(2, 3, 2).bottom(targets(), 2, 6),
        loss().option("normalization", "full").bottom(2, 3, 2).bottom(targets(), 2, 6),
        loss().option("normalization", "none").bottom(5).bottom(targets(), 5),
        loss()
            .option("normalization", "valid")
            .option("ignore_label", 0)
            .bottom(2, 3, 2)
            .bottom(labels(2), 2, 3, 2)
            .bottom(positive(), 2),
        loss()
            .option("normalization", "weights")
            .option("class_weights", "[1, 0, 2]")
            .bottom(2, 3, 2)
            .bottom(targets(), 2, 3, 2)
            .bottom(2, 2)
            .tops(2),
        loss().option("normalize", true).bottom(2, 3).bottom(targets(), 2, 3).bottom(2, 3),
        loss().bottom().bottom(targets()),
        loss().bottom(1).bottom(targets(), 1));
  }

  /** The probabilities are 3/4 and 1/2, for each of two items. */
  private static Blob scores() {
    return blob(Shape.of(2, 2), LN3, 0, LN3, 0);
  }

  private static Blob targets(double... values) {
    return blob(Shape.of(2, 2), values);
  }

  private static float loss(Map<String, Object> options, Blob... bottoms) {
    return run("SigmoidCrossEntropyLoss", options, bottoms)[0];
  }

  private static float[] gradient(Map<String, Object> options, Blob... bottoms) {
    try (TestLayer layer = make("SigmoidCrossEntropyLoss", options, bottoms)) {
      layer.forward();
      layer.backward(8);
      return layer.bottomDiff(0);
    }
  }

  private static float ln(double x) {
    return (float) Math.log(x);
  }

  @Test
  void isTheCrossEntropyPerItem() {
    assertThat(loss(options(), scores(), targets(1, 1, 0, 0.5)))
        .isEqualTo((ln(4.0 / 3) + ln(2) + ln(4) + ln(2)) / 2, within(1e-6f));
  }

  @Test
  void pullsProbabilitiesToTheirTargets() {
    assertThat(gradient(options(), scores(), targets(1, 1, 0, 0.5)))
        .containsExactly(new float[] {-1, -2, 3, 0}, within(1e-5f));
  }

  @Test
  void showsTheProbabilitiesAsSecondTop() {
    List<Blob> bottoms = List.of(scores(), targets(1, 1, 0, 0));
    try (TestLayer layer = TestLayer.of("SigmoidCrossEntropyLoss", options(), 2, bottoms)) {
      layer.forward();
      assertThat(layer.topShape(1)).isEqualTo(Shape.of(2, 2));
      assertThat(layer.top(1))
          .containsExactly(new float[] {0.75f, 0.5f, 0.75f, 0.5f}, within(1e-6f));
    }
  }

  @Test
  void dividesByWhatTheNormalizationSays() {
    Blob targets = targets(-1, 1, 0, 0);
    float sum = ln(2) + ln(4) + ln(2);

    assertThat(loss(normalized("batch_size"), scores(), targets)).isEqualTo(sum / 2, within(1e-6f));
    assertThat(loss(normalized("valid"), scores(), targets)).isEqualTo(sum / 3, within(1e-6f));
    assertThat(loss(normalized("full"), scores(), targets)).isEqualTo(sum / 4, within(1e-6f));
    assertThat(loss(normalized("none"), scores(), targets)).isEqualTo(sum, within(1e-6f));
    assertThat(loss(normalized("weights"), scores(), targets)).isEqualTo(sum / 3, within(1e-6f));
    assertThat(loss(options("ignore_label", -1, "normalize", true), scores(), targets))
        .isEqualTo(sum / 3, within(1e-6f));
    assertThat(loss(options("ignore_label", -1, "normalize", false), scores(), targets))
        .isEqualTo(sum / 2, within(1e-6f));
  }

  private static Map<String, Object> normalized(String normalization) {
    return options("ignore_label", -1, "normalization", normalization);
  }

  @Test
  void roundsTargetsTowards0ToIgnoreThem() {
    Blob targets = targets(0.9, 1, 1, 0.1);

    assertThat(loss(options("ignore_label", 0), scores(), targets))
        .isEqualTo((ln(2) + ln(4.0 / 3)) / 2, within(1e-6f));
    assertThat(gradient(options("ignore_label", 0), scores(), targets))
        .containsExactly(new float[] {0, -2, -1, 0}, within(1e-5f));
  }

  @Test
  void has0LossAndGradientWhenEveryTargetIsIgnored() {
    for (String normalization : List.of("valid", "weights", "batch_size")) {
      Map<String, Object> options = options("ignore_label", 1, "normalization", normalization);

      assertThat(loss(options, scores(), targets(1, 1, 1, 1))).isZero();
      assertThat(gradient(options, scores(), targets(1, 1, 1, 1))).containsOnly(0);
    }
  }

  @Test
  void movesTargetsTowardsTheMiddle() {
    Map<String, Object> options = options("label_smoothing", 0.5);

    assertThat(gradient(options, scores(), targets(1, 1, 0, 0.5)))
        .containsExactly(new float[] {0, -1, 2, 0}, within(1e-5f));
    assertThat(loss(options, scores(), targets(1, 1, 0, 0.5)))
        .isEqualTo(loss(options(), scores(), targets(0.75, 0.75, 0.25, 0.5)), within(1e-6f));
  }

  @Test
  void multipliesByTheWeightOfAClass() {
    Map<String, Object> options = options("class_weights", "[2, 3]", "normalization", "none");

    assertThat(loss(options, scores(), targets(1, 1, 0, 0)))
        .isEqualTo(2 * ln(4.0 / 3) + 3 * ln(2) + 2 * ln(4) + 3 * ln(2), within(1e-5f));
  }

  @Test
  void multipliesByTheWeightOfAnItemAPositionOrAnElement() {
    Blob scores = blob(Shape.of(2, 2, 3), new double[12]);
    Blob targets = blob(Shape.of(2, 2, 3), new double[12]);
    Map<String, Object> sum = options("normalization", "none");
    double[] powers = {1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048};

    assertThat(loss(sum, scores, targets, blob(1, 10))).isEqualTo(66 * ln(2), within(1e-4f));
    assertThat(gradient(sum, scores, targets, blob(Shape.of(2, 3), 1, 2, 3, 4, 5, 6)))
        .containsExactly(4, 8, 12, 4, 8, 12, 16, 20, 24, 16, 20, 24);
    assertThat(gradient(sum, scores, targets, blob(Shape.of(2, 2, 3), powers)))
        .containsExactly(4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 4096, 8192);
  }

  @Test
  void dividesByTheSumOfTheWeightsIfTold() {
    Map<String, Object> options =
        options("class_weights", "[2, 3]", "normalization", "weights", "ignore_label", -1);

    assertThat(loss(options, scores(), targets(1, 1, 0, -1), blob(1, 2)))
        .isEqualTo((2 * ln(4.0 / 3) + 3 * ln(2) + 4 * ln(4)) / 9, within(1e-6f));
  }

  @Test
  void doesNotOverflow() {
    Blob scores = blob(Shape.of(2, 2), 1000, -1000, 1000, -1000);

    assertThat(loss(options(), scores, targets(1, 0, 0, 1))).isEqualTo(1000);
    assertThat(gradient(options(), scores, targets(1, 0, 0, 1))).containsExactly(0, 0, 4, -4);
  }

  @Test
  void isNoNumberWhenAScoreIsNone() {
    assertThat(loss(options(), blob(1, Double.NaN), blob(0, 1))).isNaN();
  }

  @Test
  void takesAnEmptyBatch() {
    assertThat(loss(options(), blob(Shape.of(0, 3)), blob(Shape.of(0, 3)))).isZero();
  }

  @Test
  void takesATargetThatRoundingPutOutOfRange() {
    Blob rounded = blob(Shape.of(1), 255 * 0.00392157f);
    assertThat(loss(options(), blob(Shape.of(1), 0), rounded))
        .isCloseTo((float) Math.log(2), within(1e-5f));
  }

  @Test
  void refusesATargetOutOfRange() {
    assertThat(refused(options(), targets(0, 1, 255, 0)))
        .isEqualTo("target 255 at [1, 0] of [2x2] must be from 0 to 1");
    assertThat(refused(options("ignore_label", 255), targets(0, 255, 0, -0.5)))
        .isEqualTo("target -0.5 at [1, 1] of [2x2] must be from 0 to 1");
    assertThat(refused(options("ignore_label", 0), targets(Double.NaN, 1, 1, 1)))
        .isEqualTo("target NaN at [0, 0] of [2x2] must be from 0 to 1");
  }

  private static String refused(Map<String, Object> options, Blob... others) {
    Blob[] bottoms = Stream.concat(Stream.of(scores()), Stream.of(others)).toArray(Blob[]::new);
    return refusal("SigmoidCrossEntropyLoss", options, bottoms);
  }

  @Test
  void refusesBottomsThatDontGoTogether() {
    assertThat(refused(options(), blob(0, 1, 0, 1)))
        .isEqualTo("both bottoms must have the same items and elements, but are [2x2] and [4]");
    assertThat(refused(options(), targets(0, 1, 0, 1), blob(1, 2, 3)))
        .isEqualTo(
            "there must be 2, 2 or 4 weights, one for each item, position or element of the scores"
                + " [2x2], but the weights are [3]");
    assertThat(refused(options("class_weights", "[1, 2, 3]"), targets(0, 1, 0, 1)))
        .isEqualTo("class_weights must have a weight for each of the 2 classes, but has 3");
  }

  @Test
  void refusesBothWaysToSayNormalization() {
    assertThat(refused(options("normalize", true, "normalization", "valid"), targets(0, 1, 0, 1)))
        .isEqualTo("normalize is an old way to say normalization, so one of them must be left out");
  }
}
