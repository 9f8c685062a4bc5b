package org.cortado.layers.activations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.cortado.api.Phase;
import org.cortado.api.blob.Blob;
import org.cortado.testkit.Case;
import org.cortado.testkit.LayerContract;
import org.cortado.testkit.TestLayer;
import org.junit.jupiter.api.Test;

class DropoutLayerTest extends LayerContract {

  private static final int COUNT = 40_000;

  @Override
  protected Stream<Case> cases() {
    return Stream.of(
        layer("Dropout").bottom(2, 3, 4),
        layer("Dropout").option("dropout_ratio", 0.2).bottom(20),
        layer("Dropout").option("dropout_ratio", 0).bottom(5),
        layer("Dropout").option("dropout_ratio", 0.7).bottom(3, 6001),
        layer("Dropout").phase(Phase.TEST).bottom(2, 3),
        layer("Dropout").bottom());
  }

  private static Blob ones() {
    double[] ones = new double[COUNT];
    Arrays.fill(ones, 1);
    return blob(ones);
  }

  @Test
  void dropsTheRatioAndScalesTheRest() {
    float[] y = run("Dropout", options("dropout_ratio", 0.2), ones());
    int dropped = 0;
    for (float value : y) {
      assertThat(value).isIn(0f, 1.25f);
      dropped += value == 0 ? 1 : 0;
    }
    assertThat(dropped).isBetween((int) (0.19 * COUNT), (int) (0.21 * COUNT));
  }

  @Test
  void givesTheGradientTheMaskOfTheForwardPass() {
    try (TestLayer dropout = make("Dropout", options(), ones())) {
      dropout.forward();
      double[] dy = new double[COUNT];
      Arrays.fill(dy, 1);
      dropout.backward(dy);
      assertThat(dropout.bottomDiff(0)).containsExactly(dropout.top(0));
    }
  }

  @Test
  void keepsAllAtRatioZero() {
    assertThat(run("Dropout", options("dropout_ratio", 0), blob(1, -2, 0)))
        .containsExactly(1f, -2f, 0f);
  }

  @Test
  void refusesARatioThatIsNoProbabilityBelowOne() {
    assertThat(refusal("Dropout", options("dropout_ratio", 1), blob(1))).contains("dropout_ratio");
    assertThat(refusal("Dropout", options("dropout_ratio", -0.1), blob(1)))
        .contains("dropout_ratio");
  }

  @Test
  void dropsNeighboursIndependently() {
    float[] y = run("Dropout", options(), ones());
    int alike = 0;
    for (int i = 0; i < COUNT; i += 2) {
      alike += y[i] == y[i + 1] ? 1 : 0;
    }
    assertThat(alike).isBetween((int) (0.24 * COUNT), (int) (0.26 * COUNT));
  }

  @Test
  void dropsWhatIsNoNumberToo() {
    double[] x = new double[COUNT];
    Arrays.fill(x, Double.NaN);
    assertThat(run("Dropout", options(), blob(x))).contains(0f, Float.NaN).hasSize(COUNT);
  }
}
