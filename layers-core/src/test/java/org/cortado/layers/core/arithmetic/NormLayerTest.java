package org.cortado.layers.core.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.cortado.api.LayerTraits;
import org.cortado.api.Reads;
import org.cortado.api.blob.Shape;
import org.cortado.testkit.Case;
import org.cortado.testkit.LayerContract;
import org.cortado.testkit.TestLayer;
import org.cortado.testkit.Values;
import org.junit.jupiter.api.Test;

class NormLayerTest extends LayerContract {

  @Override
  protected Stream<Case> cases() {
    Case norm = layer("Norm");
    return Stream.of(
        norm.bottom(2, 3),
        norm.bottom(Values.nonZero()),
        norm.option("axes", 1).bottom(2, 3, 2),
        norm.option("p", 3).option("axes", "[0, 2]").option("keep_dims", true).bottom(2, 3, 2),
        norm.option("p", 1.5).bottom(Values.nonZero(), 4),
        norm.option("p", 0.5).bottom(Values.nonZero(), 4),
        norm.option("p", 1).option("axes", 0).bottom(Values.nonZero(), 4, 2),
        norm.option("p", "inf").option("axes", 1).bottom(Values.exactly(1, -3, 2, 0, 5, -4), 2, 3),
        norm.option("p", ".inf").option("keep_dims", true).bottom(Values.exactly(1, -3), 2));
  }

  private static float norm(Object p, double... x) {
    return run("Norm", options("p", p), blob(x))[0];
  }

  @Test
  void measuresByEachPower() {
    assertThat(norm(2, 3, -4)).isEqualTo(5);
    assertThat(norm(1, 3, -4)).isEqualTo(7);
    assertThat(norm("inf", 3, -4)).isEqualTo(4);
    assertThat(norm(3, 3, -4)).isCloseTo((float) Math.cbrt(91), within(1e-6f));
  }

  @Test
  void hasTheGradientsWorkedOutByHand() {
    assertGradient(2, 6, -8);
    assertGradient(1, 10, -10);
    assertGradient("inf", 0, -10);
  }

  private static void assertGradient(Object p, float... expected) {
    try (TestLayer norm = make("Norm", options("p", p), blob(3, -4))) {
      norm.forward();
      norm.backward(10);
      assertThat(norm.bottomDiff(0)).containsExactly(expected, within(1e-6f));
    }
  }

  @Test
  void hasNoGradientAtZero() {
    for (Object p : List.of(1, 2, 0.5, 3, "inf")) {
      try (TestLayer norm = make("Norm", options("p", p), blob(0, 0))) {
        norm.forward();
        assertThat(norm.top(0)).containsExactly(0f);
        norm.backward(10);
        assertThat(norm.bottomDiff(0)).containsExactly(0f, 0f);
      }
    }
  }

  @Test
  void isZeroOfNothing() {
    assertThat(run("Norm", options(), blob(Shape.of(0, 2)))).containsExactly(0f);
    assertThat(run("Norm", options("p", "inf", "axes", 0), blob(Shape.of(0, 2))))
        .containsExactly(0f, 0f);
  }

  @Test
  void readsItsTopOnlyWhereThePowerNeedsIt() {
    LayerTraits declared = new LayerTraits(false, Set.of(Reads.BOTTOM_DATA, Reads.TOP_DATA));
    LayerTraits less = new LayerTraits(false, Set.of(Reads.BOTTOM_DATA));
    assertThat(new NormOptions("2", List.of(), false).refine(declared)).isEqualTo(declared);
    assertThat(new NormOptions("1", List.of(), false).refine(declared)).isEqualTo(less);
    assertThat(new NormOptions("inf", List.of(), false).refine(declared)).isEqualTo(less);
  }

  @Test
  void refusesWhatIsNoPower() {
    for (Object p : List.of(0, -1, "big", ".nan")) {
      assertThat(refusal("Norm", options("p", p), blob(1)))
          .isEqualTo("p must be a number above 0 or inf, but is '" + p + "'");
    }
  }
}
