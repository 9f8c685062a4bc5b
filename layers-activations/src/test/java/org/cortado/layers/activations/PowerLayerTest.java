package org.cortado.layers.activations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.cortado.testkit.Values.nonZero;
import static org.cortado.testkit.Values.positive;

import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.cortado.api.LayerTraits;
import org.cortado.api.LayerType;
import org.cortado.testkit.Case;
import org.cortado.testkit.LayerContract;
import org.cortado.testkit.TestLayer;
import org.junit.jupiter.api.Test;

class PowerLayerTest extends LayerContract {

  private static Case power(double power, double scale, double shift) {
    return layer("Power").option("power", power).option("scale", scale).option("shift", shift);
  }

  @Override
  protected Stream<Case> cases() {
    return Stream.of(
        layer("Power").bottom(2, 3),
        power(1, -2, 0.5).bottom(2, 3),
        power(2, 1, 0).bottom(2, 3),
        power(2, 0.5, -1).bottom(2, 3),
        power(3, 1, 0).bottom(2, 3),
        power(3, -0.5, 1).bottom(2, 3),
        power(-2, 1, 0).bottom(nonZero(), 2, 3),
        power(-0.5, 2, 1).bottom(positive(), 2, 3),
        power(1.5, 1, 1).bottom(positive(), 3, 7),
        power(4, 1, 0.5).bottom(2, 3),
        power(0, 1, 0).bottom(2, 3),
        power(2.5, 0, 3).bottom(2, 3),
        power(0.37, 0.83, 0).bottom(positive(), 2, 3),
        power(0.37, 0.83, 2.4).bottom(positive(), 2, 3),
        power(-1, 1, 0).bottom(nonZero(), 2, 3),
        power(0.5, 2, 1).bottom(positive()));
  }

  private static Map<String, Object> power(double power) {
    return options("power", power);
  }

  private static float[] gradient(Map<String, Object> options, double x, double dy) {
    try (TestLayer layer = make("Power", options, blob(x))) {
      layer.forward();
      layer.backward(dy);
      return layer.bottomDiff(0);
    }
  }

  @Test
  void raisesALineOfX() {
    assertThat(run("Power", options("power", 3, "scale", 2, "shift", -1), blob(0, 1, 2)))
        .containsExactly(-1, 1, 27);
    assertThat(run("Power", options("power", 2, "scale", 2, "shift", -1), blob(0, 1, 2)))
        .containsExactly(1, 1, 9);
    assertThat(run("Power", options("scale", 2, "shift", -1), blob(0, 1, 2)))
        .containsExactly(-1, 1, 3);
    assertThat(run("Power", power(0.5), blob(0, 4, 2)))
        .containsExactly(new float[] {0, 2, 1.414214f}, within(1e-6f));
  }

  @Test
  void multipliesTheSlopeByScaleAndPower() {
    assertThat(gradient(options("power", 3, "scale", 2, "shift", -1), 2, 10))
        .containsExactly(3 * 2 * 9 * 10);
  }

  @Test
  void is1EverywhereWithAPowerOf0() {
    assertThat(run("Power", power(0), blob(0, -1, 5))).containsExactly(1, 1, 1);
    assertThat(gradient(power(0), 0, 3)).containsExactly(0);
  }

  @Test
  void isConstantWithAScaleOf0() {
    Map<String, Object> options = options("power", 2, "scale", 0, "shift", 3);

    assertThat(run("Power", options, blob(0, -1, 5))).containsExactly(9, 9, 9);
    assertThat(gradient(options, 7, 3)).containsExactly(0);
  }

  @Test
  void hasItsTrueSlopeAt0() {
    assertThat(gradient(power(1), 0, 3)).containsExactly(3);
    assertThat(gradient(power(2), 0, 3)).containsExactly(0);
    assertThat(gradient(power(1.5), 0, 3)).containsExactly(0);
    assertThat(gradient(power(3), 0, 3)).containsExactly(0);
  }

  @Test
  void hasAnInfiniteSlopeAt0WithAPowerBetween0And1() {
    assertThat(gradient(power(0.5), 0, 3)).containsExactly(Float.POSITIVE_INFINITY);
    assertThat(gradient(power(0.5), 0, 0)).containsExactly(0);
  }

  @Test
  void isInfiniteAt0WithANegativePower() {
    assertThat(run("Power", power(-1), blob(0))).containsExactly(Float.POSITIVE_INFINITY);
  }

  @Test
  void isNoNumberWhereARealPowerIsNone() {
    assertThat(run("Power", power(0.5), blob(-1))).containsExactly(Float.NaN);
  }

  @Test
  void worksInPlaceWhereItIsALine() {
    LayerTraits declared = LayerTraits.of(PowerLayer.class.getAnnotation(LayerType.class));
    LayerTraits free = new LayerTraits(true, Set.of());

    assertThat(new PowerLayer.Options(1, 2, 3).refine(declared)).isEqualTo(free);
    assertThat(new PowerLayer.Options(0, 2, 3).refine(declared)).isEqualTo(free);
    assertThat(new PowerLayer.Options(2, 0, 3).refine(declared)).isEqualTo(free);
    assertThat(new PowerLayer.Options(2, 2, 3).refine(declared)).isEqualTo(declared);
    assertThat(declared.inPlace()).isFalse();
    assertThat(declared.inPlaceForward()).isTrue();
  }

  @Test
  void raisesAsTheLibraryDoes() {
    float[] x = {-3, -1, -0.5f, -0f, 0, 0.1f, 1, 2.5f, 1e10f, Float.POSITIVE_INFINITY, Float.NaN};
    double[] values = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      values[i] = x[i];
    }
    for (double power : new double[] {-2, -1, -0.5, 0.5, 1, 1.5, 2, 3, 4}) {
      float[] y = run("Power", power(power), blob(values));
      for (int i = 0; i < x.length; i++) {
        float expected = (float) Math.pow(x[i], power);
        assertThat(
                y[i] == expected
                    || Float.compare(y[i], expected) == 0
                    || Math.abs(y[i] - expected) <= 2e-7 * Math.abs(expected))
            .as("%s to %s", x[i], power)
            .isTrue();
      }
    }
  }
}
