package org.cortado.layers.activations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.cortado.testkit.Case;
import org.cortado.testkit.LayerContract;
import org.cortado.testkit.TestLayer;
import org.junit.jupiter.api.Test;

class ExpLayerTest extends LayerContract {

  @Override
  protected Stream<Case> cases() {
    return Stream.of(
        layer("Exp").bottom(2, 3),
        layer("Exp").option("base", 2).bottom(2, 3),
        layer("Exp").option("base", 2).option("shift", 1).bottom(2, 3),
        layer("Exp").option("base", 2).option("scale", 3).bottom(2, 3),
        layer("Exp").option("base", 2).option("shift", 1).option("scale", 3).bottom(2, 3),
        layer("Exp").option("shift", 1).option("scale", -0.5).bottom(),
        layer("Exp").option("base", 1).bottom(2, 3));
  }

  @Test
  void raisesEWithoutABase() {
    assertThat(run("Exp", options(), blob(0, 1, -1)))
        .containsExactly(new float[] {1, 2.718282f, 0.367879f}, within(1e-6f));
  }

  @Test
  void raisesItsBaseToALineOfX() {
    assertThat(run("Exp", options("base", 2, "scale", 3, "shift", -1), blob(0, 1, 2)))
        .containsExactly(0.5f, 4, 32);
  }

  @Test
  void slopesWithTheLogarithmOfItsBase() {
    try (TestLayer layer = make("Exp", options("base", 2, "scale", 3), blob(1))) {
      layer.forward();
      layer.backward(10);
      assertThat(layer.bottomDiff(0))
          .containsExactly(new float[] {(float) (Math.log(2) * 3 * 8 * 10)}, within(1e-4f));
    }
  }

  @Test
  void survivesAShiftThatWouldOverflowAlone() {
    assertThat(run("Exp", options("shift", 100), blob(-100))).containsExactly(1);
  }

  @Test
  void refusesABaseWithoutALogarithm() {
    assertThat(refusal("Exp", options("base", 0), blob(1)))
        .isEqualTo("base must be above 0, or -1 for e, but is 0.0");
    assertThat(refusal("Exp", options("base", -2), blob(1)))
        .isEqualTo("base must be above 0, or -1 for e, but is -2.0");
  }

  /** The smallest results are multiples of the smallest float. */
  @Test
  void isExactToTheLastDigits() {
    double[] x = new double[50_000];
    for (int i = 0; i < x.length; i++) {
      x[i] = (float) (-60 + i * 0.0024);
    }
    float[] y = run("Exp", options("scale", 2), blob(x));
    for (int i = 0; i < x.length; i++) {
      double expected = Math.exp(2 * x[i]);
      boolean same = y[i] == (float) expected;
      assertThat(same || Math.abs(y[i] - expected) <= 1.2e-7 * expected + Float.MIN_VALUE)
          .as("of %s", x[i])
          .isTrue();
    }
  }

  @Test
  void reachesItsLimits() {
    assertThat(
            run(
                "Exp",
                options("scale", -1),
                blob(Float.NEGATIVE_INFINITY, -1e30, 1e30, Float.POSITIVE_INFINITY, Float.NaN)))
        .containsExactly(Float.POSITIVE_INFINITY, Float.POSITIVE_INFINITY, 0, 0, Float.NaN);
  }

  @Test
  void takesAnEmptyBatch() {
    assertThat(run("Exp", options(), blob())).isEmpty();
    assertThat(run("Exp", options("base", 2), blob())).isEmpty();
  }
}
