package org.cortado.layers.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.cortado.testkit.Values.anything;
import static org.cortado.testkit.Values.between;
import static org.cortado.testkit.Values.labels;
import static org.cortado.testkit.Values.positive;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Shape;
import org.cortado.testkit.Case;
import org.cortado.testkit.TestLayer;
import org.junit.jupiter.api.Test;

class SoftmaxWithLossLayerTest extends SmoothedLossContract {

  private static final double LN3 = Math.log(3);

  SoftmaxWithLossLayerTest() {
    super("SoftmaxWithLoss");
  }

  @Override
  double cost(double[] scores, int label) {
    return Math.log(Arrays.stream(scores).map(Math::exp).sum()) - scores[label];
  }

  private static Case loss() {
    return layer("SoftmaxWithLoss");
  }

  @Override
  protected Stream<Case> cases() {
    return Stream.of(
        loss().bottom(4, 3).bottom(labels(3), 4),
        loss().bottom(between(-10, 10), 4, 3).bottom(labels(3), 4, 1).tops(2),
        loss().option("ignore_label", 1).bottom(4, 3).bottom(labels(3), 4),
        loss().option("ignore_label", 0).bottom(2, 3, 2, 2).bottom(labels(3), 2, 1, 2, 2),
        loss().option("normalization", "none").bottom(2, 3, 2, 2).bottom(labels(3), 2, 2, 2),
        loss().option("normalization", "full").bottom(2, 3, 4).bottom(labels(3), 2, 4),
        loss().option("normalization", "batch_size").bottom(2, 3, 4).bottom(labels(3), 2, 4),
        loss().option("axis", -1).bottom(anything(), 4, 3).bottom(labels(3), 4),
        loss().option("normalization", "weights").bottom(4, 3).bottom(labels(3), 4).bottom(4),
        loss().option("label_smoothing", 0.3).bottom(2, 3, 2).bottom(labels(3), 2, 2).bottom(2),
        loss()
            .option("class_weights", "[0.5, 2, 0]")
            .option("label_smoothing", 1)
            .bottom(2, 3, 2)
            .bottom(labels(3), 2, 2)
            .bottom(positive(), 2, 2)
            .tops(2),
        loss().option("normalize", false).bottom(2, 3, 2).bottom(labels(3), 2, 2),
        loss().option("ignore_label", 0).bottom(4, 1).bottom(labels(1), 4));
  }

  /** Two positions, each with the probabilities 1/4 and 3/4. */
  private static Blob scores() {
    return blob(Shape.of(2, 2), 0, LN3, 5, 5 + LN3);
  }

  private static float loss(Map<String, Object> options, Blob scores, Blob labels) {
    return run("SoftmaxWithLoss", options, scores, labels)[0];
  }

  private static float[] gradient(Map<String, Object> options, Blob scores, Blob labels) {
    try (TestLayer layer = make("SoftmaxWithLoss", options, scores, labels)) {
      layer.forward();
      layer.backward(8);
      return layer.bottomDiff(0);
    }
  }

  @Test
  void isTheMeanOfTheNegativeLogarithms() {
    assertThat(loss(options(), scores(), blob(1, 0)))
        .isEqualTo((float) ((Math.log(4.0 / 3) + Math.log(4)) / 2), within(1e-6f));
  }

  @Test
  void pullsTowardsTheTruth() {
    assertThat(gradient(options(), scores(), blob(1, 0)))
        .containsExactly(new float[] {1, -1, -3, 3}, within(1e-5f));
  }

  @Test
  void dividesByWhatTheNormalizationSays() {
    Blob scores = blob(Shape.of(2, 2, 2), new double[8]);
    Blob labels = blob(Shape.of(2, 2), 0, 1, -1, 0);

    assertThat(loss(normalized("valid"), scores, labels)).isEqualTo(ln2(1), within(1e-6f));
    assertThat(loss(normalized("full"), scores, labels)).isEqualTo(ln2(0.75), within(1e-6f));
    assertThat(loss(normalized("batch_size"), scores, labels)).isEqualTo(ln2(1.5), within(1e-6f));
    assertThat(loss(normalized("none"), scores, labels)).isEqualTo(ln2(3), within(1e-6f));
  }

  private static Map<String, Object> normalized(String normalization) {
    return options("ignore_label", -1, "normalization", normalization);
  }

  private static float ln2(double factor) {
    return (float) (factor * Math.log(2));
  }

  @Test
  void spreadsATargetOverAllClasses() {
    Blob scores = blob(Shape.of(1, 2), 0, LN3);
    Map<String, Object> options = options("label_smoothing", 0.2);

    assertThat(loss(options, scores, blob(1)))
        .isEqualTo((float) (0.9 * Math.log(4.0 / 3) + 0.1 * Math.log(4)), within(1e-6f));
    assertThat(gradient(options, scores, blob(1)))
        .containsExactly(new float[] {8 * 0.15f, 8 * -0.15f}, within(1e-5f));
  }

  @Test
  void takesAWeightForEachItemOrEachPosition() {
    Blob scores = blob(Shape.of(2, 2, 2), new double[8]);
    Blob labels = blob(Shape.of(2, 2), 0, 1, 1, 0);
    Map<String, Object> sum = options("normalization", "none");

    assertThat(run("SoftmaxWithLoss", sum, scores, labels, blob(1, 10))[0])
        .isEqualTo(ln2(22), within(1e-5f));
    assertThat(run("SoftmaxWithLoss", sum, scores, labels, blob(Shape.of(2, 2), 1, 2, 3, 4))[0])
        .isEqualTo(ln2(10), within(1e-5f));
  }

  /** Blocks of positions are summed apart, so there must be many of them. */
  @Test
  void sumsManyPositionsInAFixedOrder() {
    int positions = 20_000;
    double[] scores = new double[2 * positions];
    double[] labels = new double[positions];
    double sum = 0;
    for (int i = 0; i < positions; i++) {
      scores[2 * i] = i % 7 - 3;
      labels[i] = i % 2;
      sum += cost(new double[] {(float) scores[2 * i], 0}, i % 2);
    }
    Blob x = blob(Shape.of(positions, 2), scores);

    assertThat(loss(options(), x, blob(labels)))
        .isEqualTo((float) (sum / positions), within(1e-6f));
  }

  @Test
  void costsAtMost87PerPosition() {
    assertThat(loss(options(), blob(Shape.of(1, 2), 0, 1000), blob(0)))
        .isEqualTo(87.33655f, within(1e-5f));
  }

  @Test
  void readsASpatialLabelAtItsPlace() {
    Blob scores = blob(Shape.of(1, 2, 1, 2), 0, LN3, LN3, 0);

    assertThat(loss(options(), scores, blob(Shape.of(1, 1, 1, 2), 1, 0)))
        .isEqualTo((float) Math.log(4.0 / 3), within(1e-6f));
  }

  @Test
  void showsTheProbabilitiesAsSecondTop() {
    List<Blob> bottoms = List.of(scores(), blob(1, 0));
    try (TestLayer layer = TestLayer.of("SoftmaxWithLoss", options(), 2, bottoms)) {
      layer.forward();
      assertThat(layer.topShape(0)).isEqualTo(Shape.of());
      assertThat(layer.topShape(1)).isEqualTo(Shape.of(2, 2));
      assertThat(layer.top(1))
          .containsExactly(new float[] {0.25f, 0.75f, 0.25f, 0.75f}, within(1e-6f));
    }
  }

  @Test
  void namesThePlaceOfALabelInAnyShape() {
    assertThat(refusal("SoftmaxWithLoss", options(), scores(), blob(Shape.of(2, 1), 0, -1)))
        .isEqualTo("label -1 at [1, 0] of [2x1] must be a whole number from 0 to 1");
  }

  @Test
  void refusesAnAxisThatIsNotThere() {
    assertThat(refusal("SoftmaxWithLoss", options("axis", 4), scores(), blob(0, 0)))
        .startsWith("axis must be an axis of the scores");
  }
}
