package org.cortado.layers.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Shape;
import org.cortado.testkit.LayerContract;
import org.cortado.testkit.TestLayer;
import org.junit.jupiter.api.Test;

/** What holds for every loss over labels, compared with a plain loop over positions. */
abstract class LabelledLossContract extends LayerContract {

  static final double[][] SCORES = {
    {0.2, 0.5, 0.3}, {0.1, 0.2, 0.7}, {0.6, 0.3, 0.1}, {0.25, 0.25, 0.5}
  };
  static final double[] LABELS = {1, 0, 2, 1};
  static final double[] CLASS_WEIGHTS = {0.5, 2, 3};
  static final double[] WEIGHTS = {1, 0, 0.25, 3};

  private final String type;

  LabelledLossContract(String type) {
    this.type = type;
  }

  /** Returns the loss of one position. */
  abstract double cost(double[] scores, int label);

  /** Returns the bottoms between labels and weights. */
  List<Blob> extraBottoms() {
    return List.of();
  }

  static Blob scores(double[]... rows) {
    double[] all = Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
    return blob(Shape.of(rows.length, 3), all);
  }

  private TestLayer make(Map<String, Object> options, Blob scores, Blob labels, Blob... weights) {
    List<Blob> bottoms = new ArrayList<>(List.of(scores, labels));
    bottoms.addAll(extraBottoms());
    bottoms.addAll(List.of(weights));
    return TestLayer.of(type, options, 1, bottoms);
  }

  final float loss(Map<String, Object> options, Blob scores, Blob labels, Blob... weights) {
    try (TestLayer layer = make(options, scores, labels, weights)) {
      layer.forward();
      return layer.top(0)[0];
    }
  }

  final float[] gradient(Map<String, Object> options, Blob labels, Blob... weights) {
    try (TestLayer layer = make(options, scores(SCORES), labels, weights)) {
      layer.forward();
      layer.backward(1);
      return layer.bottomDiff(0);
    }
  }

  final String refusalOf(Map<String, Object> options, Blob scores, Blob labels, Blob... weights) {
    List<Blob> bottoms = new ArrayList<>(List.of(scores, labels));
    bottoms.addAll(extraBottoms());
    bottoms.addAll(List.of(weights));
    return refusal(type, options, bottoms.toArray(Blob[]::new));
  }

  final Map<String, Object> with(Object... keysAndValues) {
    return new LinkedHashMap<>(options(keysAndValues));
  }

  private double cost(int position) {
    return cost(SCORES[position], (int) LABELS[position]);
  }

  private double weighted(int position) {
    return CLASS_WEIGHTS[(int) LABELS[position]] * WEIGHTS[position] * cost(position);
  }

  @Test
  void isTheMeanOverThePositions() {
    double mean = (cost(0) + cost(1) + cost(2) + cost(3)) / 4;
    assertThat(loss(with(), scores(SCORES), blob(LABELS))).isEqualTo((float) mean, within(2e-6f));
  }

  @Test
  void multipliesEachPositionByItsWeights() {
    double sum = weighted(0) + weighted(1) + weighted(2) + weighted(3);
    Map<String, Object> options =
        with("class_weights", Arrays.toString(CLASS_WEIGHTS), "normalization", "none");

    assertThat(loss(options, scores(SCORES), blob(LABELS), blob(WEIGHTS)))
        .isEqualTo((float) sum, within(1e-5f));
  }

  @Test
  void multipliesEachGradientByItsWeights() {
    float[] plain = gradient(with("normalization", "none"), blob(LABELS));
    float[] weighted =
        gradient(
            with("class_weights", Arrays.toString(CLASS_WEIGHTS), "normalization", "none"),
            blob(LABELS),
            blob(WEIGHTS));

    for (int i = 0; i < plain.length; i++) {
      double factor = CLASS_WEIGHTS[(int) LABELS[i / 3]] * WEIGHTS[i / 3];
      assertThat(weighted[i]).isEqualTo((float) (factor * plain[i]), within(1e-5f));
    }
  }

  @Test
  void dividesByTheSumOfTheWeightsOnlyWhereTold() {
    double sum = weighted(0) + weighted(1) + weighted(2) + weighted(3);
    double weights = 2 * 1 + 0 + 3 * 0.25 + 2 * 3;

    assertThat(normalized("weights")).isEqualTo((float) (sum / weights), within(2e-6f));
    assertThat(normalized("valid")).isEqualTo((float) (sum / 4), within(2e-6f));
    assertThat(normalized("full")).isEqualTo((float) (sum / 4), within(2e-6f));
    assertThat(normalized("batch_size")).isEqualTo((float) (sum / 4), within(2e-6f));
  }

  private float normalized(String normalization) {
    Map<String, Object> options =
        with("class_weights", Arrays.toString(CLASS_WEIGHTS), "normalization", normalization);
    return loss(options, scores(SCORES), blob(LABELS), blob(WEIGHTS));
  }

  @Test
  void countsIgnoredLabelsForNothing() {
    Blob labels = blob(1, 255, 2, 255);
    double sum = cost(0) + cost(2);

    assertThat(loss(with("ignore_label", 255), scores(SCORES), labels))
        .isEqualTo((float) (sum / 2), within(2e-6f));
    assertThat(loss(with("ignore_label", 255, "normalization", "full"), scores(SCORES), labels))
        .isEqualTo((float) (sum / 4), within(2e-6f));
  }

  @Test
  void takesCaffesOldWayToSayNormalization() {
    Blob labels = blob(1, 255, 2, 255);
    double sum = cost(0) + cost(2);

    assertThat(loss(with("ignore_label", 255, "normalize", true), scores(SCORES), labels))
        .isEqualTo((float) (sum / 2), within(2e-6f));
    assertThat(loss(with("ignore_label", 255, "normalize", false), scores(SCORES), labels))
        .isEqualTo((float) (sum / 4), within(2e-6f));
    assertThat(
            refusalOf(
                with("normalize", true, "normalization", "full"), scores(SCORES), blob(LABELS)))
        .isEqualTo("normalize is an old way to say normalization, so one of them must be left out");
  }

  @Test
  void has0LossAndGradientWhenEveryLabelIsIgnored() {
    for (String normalization : List.of("valid", "weights", "full", "none")) {
      Map<String, Object> options = with("ignore_label", 7, "normalization", normalization);
      try (TestLayer layer = make(options, scores(SCORES), blob(7, 7, 7, 7))) {
        layer.forward();
        layer.backward(1);
        assertThat(layer.top(0)).containsExactly(0);
        assertThat(layer.bottomDiff(0)).containsOnly(0);
      }
    }
  }

  @Test
  void takesAnEmptyBatch() {
    assertThat(loss(with(), blob(Shape.of(0, 3)), blob())).isZero();
    assertThat(loss(with("normalization", "weights"), blob(Shape.of(0, 3)), blob(), blob()))
        .isZero();
  }

  @Test
  void isNoNumberWhenScoresOrWeightsAreNone() {
    Blob scores = scores(new double[] {0.1, Double.NaN, 0.2}, SCORES[0]);
    assertThat(loss(with(), scores, blob(1, 0))).isNaN();
    Blob weights = blob(1, Double.NaN, 1, 1);
    assertThat(loss(with(), scores(SCORES), blob(LABELS), weights)).isNaN();
  }

  @Test
  void refusesALabelOutOfRange() {
    assertThat(refusalOf(with(), scores(SCORES), blob(0, 1, 3, -1)))
        .isEqualTo("label 3 at [2] of [4] must be a whole number from 0 to 2");
    assertThat(refusalOf(with("ignore_label", 3), scores(SCORES), blob(0, 1, 3, 0.5)))
        .isEqualTo("label 0.5 at [3] of [4] must be a whole number from 0 to 2");
    assertThat(refusalOf(with(), scores(SCORES), blob(Double.NaN, 1, 0, 0)))
        .isEqualTo("label NaN at [0] of [4] must be a whole number from 0 to 2");
  }

  @Test
  void refusesAnotherNumberOfLabels() {
    assertThat(refusalOf(with(), scores(SCORES), blob(0, 1, 2)))
        .isEqualTo(
            "there must be 4 labels, one for each position of the scores [4x3],"
                + " but the labels are [3]");
  }

  @Test
  void refusesAnotherNumberOfWeights() {
    assertThat(refusalOf(with(), scores(SCORES), blob(LABELS), blob(1, 1, 1)))
        .isEqualTo(
            "there must be 4 weights, one for each position of the scores [4x3], or 4, one for"
                + " each item, but the weights are [3]");
    assertThat(refusalOf(with("class_weights", "[1, 2]"), scores(SCORES), blob(LABELS)))
        .isEqualTo("class_weights must have a weight for each of the 3 classes, but has 2");
    assertThat(refusalOf(with("class_weights", "[1, -2, 1]"), scores(SCORES), blob(LABELS)))
        .contains("class_weights")
        .contains("at least 0");
  }
}
