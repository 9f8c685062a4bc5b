package org.cortado.layers.core.normalization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Shape;
import org.cortado.testkit.Case;
import org.cortado.testkit.LayerContract;
import org.cortado.testkit.TestLayer;
import org.cortado.testkit.Values;
import org.junit.jupiter.api.Test;

class LRNLayerTest extends LayerContract {

  @Override
  protected Stream<Case> cases() {
    Case within = layer("LRN").option("norm_region", "within_channel");
    return Stream.of(
        layer("LRN").bottom(2, 7, 3, 3),
        layer("LRN").option("local_size", 3).option("alpha", 2).bottom(2, 4),
        layer("LRN").option("beta", 0.5).option("k", 2).bottom(2, 5, 3),
        layer("LRN").option("k", 0).option("local_size", 1).bottom(Values.nonZero(), 1, 3, 2),
        layer("LRN").option("alpha", 0.0001).bottom(1, 32, 5, 6),
        layer("LRN").option("local_size", 15).bottom(1, 3, 2),
        within.option("local_size", 3).bottom(2, 2, 4, 3),
        within.option("alpha", 5).bottom(1, 2, 7),
        within.option("local_size", 3).option("beta", 1).bottom(1, 2, 3, 2, 3),
        within.bottom(2, 3),
        layer("LRN").bottom(1, 1, 1, 1));
  }

  private static Blob channels() {
    return blob(Shape.of(1, 3), 1, 2, 3);
  }

  @Test
  void dividesByThePowerOfTheNeighbouringChannels() {
    assertThat(run("LRN", options("local_size", 3, "alpha", 3, "beta", 1), channels()))
        .containsExactly(new float[] {1 / 6f, 2 / 15f, 3 / 14f}, within(1e-7f));
  }

  @Test
  void dividesByThePowerOfTheNeighbouringCells() {
    Blob row = blob(Shape.of(1, 1, 3), 1, 2, 3);
    assertThat(
            run(
                "LRN",
                options("local_size", 3, "alpha", 3, "beta", 1, "norm_region", "within_channel"),
                row))
        .containsExactly(new float[] {1 / 6f, 2 / 15f, 3 / 14f}, within(1e-7f));
  }

  @Test
  void countsCellsBeyondTheBorderAndIgnoresKWithinAChannel() {
    assertThat(
            run(
                "LRN",
                options(
                    "local_size",
                    3,
                    "alpha",
                    9,
                    "beta",
                    1,
                    "norm_region",
                    "within_channel",
                    "k",
                    7),
                blob(Shape.of(1, 1, 1, 1), 2)))
        .containsExactly(0.4f);
  }

  @Test
  void isWhatItsDefinitionSays() {
    Shape shape = Shape.of(2, 9, 70);
    double[] x = Plain.numbers(1, shape.count());
    float[] y = run("LRN", options("alpha", 0.5, "k", 2), blob(shape, x));
    for (int i = 0; i < y.length; i++) {
      double sum = 0;
      for (int channel = i / 70 % 9 - 2; channel <= i / 70 % 9 + 2; channel++) {
        double neighbour =
            channel < 0 || channel > 8 ? 0 : x[i / 630 * 630 + channel * 70 + i % 70];
        sum += neighbour * neighbour;
      }
      double expected = x[i] * Math.pow(2 + 0.5 / 5 * sum, -0.75);
      assertThat((double) y[i]).isCloseTo(expected, within(2e-6));
    }
  }

  @Test
  void givesZeroWhereTheDivisorIsZero() {
    try (TestLayer layer =
        make("LRN", options("k", 0, "local_size", 1), blob(Shape.of(1, 3), 0, 2, 0))) {
      layer.forward();
      assertThat(layer.top(0)).doesNotContain(Float.NaN).startsWith(0).endsWith(0);
      layer.backward(1, 1, 1);
      assertThat(layer.bottomDiff(0)).doesNotContain(Float.NaN).startsWith(0).endsWith(0);
    }
  }

  @Test
  void keepsNaNToItsWindows() {
    assertThat(
            run(
                "LRN",
                options("local_size", 3, "alpha", 3, "beta", 1),
                blob(Shape.of(1, 4), Double.NaN, 1, 0, 2)))
        .containsExactly(Float.NaN, Float.NaN, 0, 0.4f);
  }

  @Test
  void takesEmptyBottoms() {
    for (String region : new String[] {"across_channels", "within_channel"}) {
      for (Shape empty : new Shape[] {Shape.of(0, 2, 3), Shape.of(2, 0, 3), Shape.of(2, 3, 0)}) {
        assertThat(run("LRN", options("norm_region", region), blob(empty))).isEmpty();
      }
    }
  }

  @Test
  void refusesAWindowWithoutACentre() {
    assertThat(refusal("LRN", options("local_size", 4), channels()))
        .contains("local_size must be odd, but is 4");
    assertThat(refusal("LRN", options("local_size", 0), channels())).contains("local_size");
  }

  @Test
  void refusesABottomWithoutChannels() {
    assertThat(refusal("LRN", options(), blob(1, 2)))
        .isEqualTo("the bottom must be [N x channels x spatial…], but is [2]");
  }
}
