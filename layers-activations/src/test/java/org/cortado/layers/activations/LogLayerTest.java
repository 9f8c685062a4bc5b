package org.cortado.layers.activations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.cortado.testkit.Values.positive;

import java.util.Map;
import java.util.stream.Stream;
import org.cortado.testkit.Case;
import org.cortado.testkit.LayerContract;
import org.cortado.testkit.TestLayer;
import org.junit.jupiter.api.Test;

class LogLayerTest extends LayerContract {

  @Override
  protected Stream<Case> cases() {
    return Stream.of(
        layer("Log").bottom(positive(), 2, 3),
        layer("Log").bottom(positive()),
        layer("Log").option("base", 2).bottom(positive(), 2, 3),
        layer("Log").option("base", 0.5).option("shift", 1).bottom(positive(), 3, 7),
        layer("Log").option("scale", 3).bottom(positive(), 2, 3),
        layer("Log")
            .option("base", 10)
            .option("scale", -2)
            .option("shift", 6)
            .bottom(positive(), 2, 3));
  }

  private static float[] gradient(Map<String, Object> options, double[] x, double... dy) {
    try (TestLayer layer = make("Log", options, blob(x))) {
      layer.forward();
      layer.backward(dy);
      return layer.bottomDiff(0);
    }
  }

  @Test
  void isTheNaturalLogarithmWithoutABase() {
    assertThat(run("Log", options(), blob(1, 2, 0.5)))
        .containsExactly(new float[] {0, 0.693147f, -0.693147f}, within(1e-6f));
  }

  @Test
  void takesTheLogarithmOfALine() {
    assertThat(run("Log", options("base", 2, "scale", 3, "shift", -1), blob(1, 3, 11)))
        .containsExactly(1, 3, 5);
  }

  @Test
  void slopesWithTheReciprocalOfItsLine() {
    assertThat(gradient(options(), new double[] {4}, 2)).containsExactly(0.5f);
    assertThat(gradient(options("base", 2, "scale", 3, "shift", -1), new double[] {3}, 8))
        .containsExactly(new float[] {4.328085f}, within(1e-5f));
  }

  @Test
  void isInfiniteAt0AndNoNumberBelow() {
    assertThat(run("Log", options(), blob(0, -1, Float.POSITIVE_INFINITY, Float.NaN)))
        .containsExactly(Float.NEGATIVE_INFINITY, Float.NaN, Float.POSITIVE_INFINITY, Float.NaN);
    assertThat(run("Log", options("base", 2), blob(0, -1, Float.POSITIVE_INFINITY, Float.NaN)))
        .containsExactly(Float.NEGATIVE_INFINITY, Float.NaN, Float.POSITIVE_INFINITY, Float.NaN);
  }

  @Test
  void refusesABaseWithoutLogarithms() {
    assertThat(refusal("Log", options("base", 0), blob(1)))
        .contains("base must be above 0 and not 1, or -1 for e, but is 0.0");
    assertThat(refusal("Log", options("base", 1), blob(1)))
        .contains("base must be above 0 and not 1, or -1 for e, but is 1.0");
    assertThat(refusal("Log", options("base", -2), blob(1)))
        .contains("base must be above 0 and not 1, or -1 for e, but is -2.0");
  }

  @Test
  void takesAnEmptyBatch() {
    assertThat(run("Log", options(), blob())).isEmpty();
  }

  @Test
  void takesAnEmptyBatchToAnyBase() {
    assertThat(run("Log", options("base", 2), blob())).isEmpty();
  }
}
