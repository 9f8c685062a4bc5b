package org.cortado.layers.core.normalization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.cortado.api.Phase;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Shape;
import org.cortado.testkit.Case;
import org.cortado.testkit.LayerContract;
import org.cortado.testkit.TestLayer;
import org.cortado.testkit.Values;
import org.junit.jupiter.api.Test;

class BatchNormLayerTest extends LayerContract {

  @Override
  protected Stream<Case> cases() {
    return Stream.of(shapes(), variants(), withGlobalStatistics()).flatMap(cases -> cases);
  }

  private static Stream<Case> shapes() {
    return Stream.of(
        layer("BatchNorm").bottom(4, 3),
        layer("BatchNorm").bottom(2, 3, 5),
        layer("BatchNorm").bottom(3, 2, 2, 3),
        layer("BatchNorm").bottom(Values.between(1, 2), 2, 2, 9, 8),
        layer("BatchNorm").bottom(Values.between(1, 2), 2, 20, 65),
        layer("BatchNorm").bottom(Values.between(1, 2), 1, 2, 2100),
        layer("BatchNorm").bottom(3, 1, 4),
        layer("BatchNorm").bottom(1, 4),
        layer("BatchNorm").bottom(6),
        layer("BatchNorm").bottom());
  }

  private static Stream<Case> variants() {
    Case learned = layer("BatchNorm").option("scale_bias", true);
    return Stream.of(
        learned.bottom(4, 3),
        learned
            .option("scale_filler", "{type: uniform, min: 1, max: 2}")
            .option("bias_filler", "{type: uniform}")
            .bottom(Values.nonZero(), 2, 3, 5),
        learned.bottom(Values.between(1, 2), 2, 2, 70),
        learned.phase(Phase.TEST).option("use_global_stats", false).bottom(3, 2, 2),
        layer("BatchNorm").option("eps", 0.5).option("moving_average_fraction", 0).bottom(3, 2),
        layer("BatchNorm").phase(Phase.TEST).option("use_global_stats", false).bottom(3, 2));
  }

  /** Returns cases in which each item is normalized by itself. */
  private static Stream<Case> withGlobalStatistics() {
    Case plain = layer("BatchNorm").withoutClaims();
    Case learned = plain.option("scale_bias", true);
    return Stream.of(
        learned.option("use_global_stats", true).option("eps", 0.5).bottom(2, 3, 2),
        learned.phase(Phase.TEST).option("eps", 0.5).bottom(Values.nonZero(), 2, 2, 70),
        plain.option("use_global_stats", true).bottom(3, 2, 4),
        plain.phase(Phase.TEST).option("eps", 0.01).bottom(2, 2, 70));
  }

  private static Blob sample() {
    return blob(Shape.of(2, 2), 1, 10, 3, 30);
  }

  @Test
  void normalizesEachChannelOverTheBatch() {
    assertThat(run("BatchNorm", options("eps", 0), sample())).containsExactly(-1, -1, 1, 1);
  }

  @Test
  void isWhatItsDefinitionSays() {
    for (int run : new int[] {1, 3, 8, 63, 64, 100}) {
      Shape shape = Shape.of(5, 3, run);
      double[] x = Plain.numbers(run, shape.count());
      Plain.assertClose(
          run("BatchNorm", options(), blob(shape, x)), Plain.normalize(x, i -> i / run % 3, 1e-5));
    }
  }

  @Test
  void isTheSameForManyChannels() {
    Shape shape = Shape.of(3, 40, 2);
    double[] x = Plain.numbers(7, shape.count());
    Plain.assertClose(
        run("BatchNorm", options(), blob(shape, x)), Plain.normalize(x, i -> i / 2 % 40, 1e-5));
  }

  @Test
  void keepsSumsOfMeansVariancesAndWeights() {
    try (TestLayer layer = make("BatchNorm", options("moving_average_fraction", 0.5), sample())) {
      assertStatistics(layer, new float[] {0, 0}, new float[] {0, 0}, 0);
      layer.forward();
      assertStatistics(layer, new float[] {2, 20}, new float[] {2, 200}, 1);
      layer.forward();
      assertStatistics(layer, new float[] {3, 30}, new float[] {3, 300}, 1.5f);
    }
  }

  private static void assertStatistics(
      TestLayer layer, float[] means, float[] variances, float weight) {
    assertThat(layer.parameter(0)).containsExactly(means);
    assertThat(layer.parameter(1)).containsExactly(variances);
    assertThat(layer.parameter(2)).containsExactly(weight);
  }

  @Test
  void takesTheVarianceOfASingleElementAsItIs() {
    try (TestLayer layer = make("BatchNorm", options(), blob(Shape.of(1, 2), 5, 6))) {
      layer.forward();
      assertStatistics(layer, new float[] {5, 6}, new float[] {0, 0}, 1);
    }
  }

  @Test
  void normalizesByTheRunningAverages() {
    try (TestLayer layer =
        make("BatchNorm", options("use_global_stats", true, "eps", 0), sample())) {
      layer.setParameter(0, 4, 40);
      layer.setParameter(1, 8, 50);
      layer.setParameter(2, 2);
      layer.forward();
      assertThat(layer.top(0)).containsExactly(-0.5f, -2, 0.5f, 2);
      assertStatistics(layer, new float[] {4, 40}, new float[] {8, 50}, 2);
      layer.backward(1, 1, 2, 2);
      assertThat(layer.bottomDiff(0)).containsExactly(0.5f, 0.2f, 1, 0.4f);
    }
  }

  @Test
  void hasAveragesOfZeroBeforeTheFirstBatch() {
    assertThat(run("BatchNorm", options("use_global_stats", true, "eps", 0.25), sample()))
        .containsExactly(2, 20, 6, 60);
    assertThat(run("BatchNorm", options("use_global_stats", true, "eps", 0), sample()))
        .containsOnly(0);
  }

  @Test
  void doesWhatAScaleBehindItWouldDo() {
    try (TestLayer layer = make("BatchNorm", options("scale_bias", true, "eps", 0), sample())) {
      assertThat(layer.parameter(3)).containsExactly(1, 1);
      assertThat(layer.parameter(4)).containsExactly(0, 0);
      layer.setParameter(3, 2, 3);
      layer.setParameter(4, 10, 20);
      layer.forward();
      assertThat(layer.top(0)).containsExactly(8, 17, 12, 23);
      layer.backward(1, 2, 3, 4);
      assertThat(layer.parameterDiff(3)).containsExactly(2, 2);
      assertThat(layer.parameterDiff(4)).containsExactly(4, 6);
    }
  }

  @Test
  void keepsSmallDifferencesOfLargeNumbers() {
    assertThat(run("BatchNorm", options("eps", 0), blob(Shape.of(2, 1), 16_777_216, 16_777_218)))
        .containsExactly(-1, 1);
  }

  @Test
  void keepsNaNToItsChannel() {
    assertThat(run("BatchNorm", options("eps", 0), blob(Shape.of(2, 2), Double.NaN, 1, 2, 3)))
        .containsExactly(Float.NaN, -1, Float.NaN, 1);
  }

  @Test
  void leavesTheAveragesAloneWhenTheBatchIsEmpty() {
    try (TestLayer layer = make("BatchNorm", options(), blob(Shape.of(0, 2, 3)))) {
      layer.forward();
      layer.backward();
      assertThat(layer.top(0)).isEmpty();
      assertStatistics(layer, new float[] {0, 0}, new float[] {0, 0}, 0);
    }
  }

  @Test
  void changesNoAverageInATest() {
    Case testing = layer("BatchNorm").phase(Phase.TEST).option("use_global_stats", false);
    try (TestLayer layer = make(testing.bottom(2, 2))) {
      layer.setParameter(0, 4, 40);
      layer.setParameter(1, 8, 50);
      layer.setParameter(2, 2);
      layer.forward();
      assertStatistics(layer, new float[] {4, 40}, new float[] {8, 50}, 2);
    }
  }

  @Test
  void refusesAnotherNumberOfChannels() {
    try (TestLayer layer = make("BatchNorm", options(), sample())) {
      layer.bottoms().get(0).reshape(Shape.of(2, 3));
      assertThat(catchThrowable(() -> layer.layer().reshape(layer.bottoms(), layer.tops())))
          .hasMessage("the statistics were made for 2 channels, but the bottom [2x3] now has 3");
    }
  }

  @Test
  void outputsInTrainingDoNotDependOnTheAverages() {
    try (TestLayer layer = make("BatchNorm", options(), sample())) {
      layer.forward();
      float[] first = layer.top(0);
      layer.setParameter(0, 100, 100);
      layer.forward();
      assertThat(layer.top(0)).containsExactly(first, within(0f));
    }
  }
}
