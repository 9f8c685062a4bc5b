package org.cortado.layers.core.recurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ActivationsTest {

  private static final int COUNT = 200_001;

  private static float[] everywhere() {
    float[] x = new float[COUNT];
    for (int i = 0; i < COUNT; i++) {
      x[i] = (i - COUNT / 2) * 2e-4f;
    }
    return x;
  }

  @Test
  void theTangentIsExactToAFewUnitsInTheLastPlace() {
    float[] x = everywhere();
    float[] y = x.clone();
    Activations.tanh(y, 0, COUNT);
    for (int i = 0; i < COUNT; i++) {
      double exact = Math.tanh(x[i]);
      assertThat((double) y[i])
          .as("tanh(%s)", x[i])
          .isCloseTo(exact, within((Math.abs(exact) < 0.8 ? 5.0 : 3.0) * ulp(exact)));
    }
  }

  @Test
  void theTangentIsExactNearZero() {
    float[] tiny = {Float.MIN_VALUE, -Float.MIN_NORMAL, 1e-20f, -1e-5f, 0, -0f};
    float[] y = tiny.clone();
    Activations.tanh(y, 0, y.length);
    for (int i = 0; i < y.length; i++) {
      assertThat((double) y[i]).isCloseTo(tiny[i], within(2.0 * ulp(tiny[i])));
    }
  }

  private static float ulp(double value) {
    return Math.ulp((float) value);
  }

  @Test
  void theLogisticFunctionIsExactToTheLastPlaceOfOne() {
    float[] x = everywhere();
    float[] y = x.clone();
    Activations.sigmoid(y, 0, COUNT);
    for (int i = 0; i < COUNT; i++) {
      double exact = 1 / (1 + Math.exp(-x[i]));
      assertThat((double) y[i]).as("sigmoid(%s)", x[i]).isCloseTo(exact, within(0x1p-23));
      assertThat(y[i]).isBetween(0f, 1f);
    }
  }

  @Test
  void bothReachTheirLimits() {
    float[] far = {Float.NEGATIVE_INFINITY, -100, 100, Float.POSITIVE_INFINITY};
    float[] tanh = far.clone();
    Activations.tanh(tanh, 0, tanh.length);
    assertThat(tanh).containsExactly(-1, -1, 1, 1);
    float[] sigmoid = far.clone();
    Activations.sigmoid(sigmoid, 0, sigmoid.length);
    assertThat(sigmoid).containsExactly(0, 0, 1, 1);
  }

  @Test
  void nanStaysNan() {
    float[] x = {Float.NaN, Float.NaN};
    Activations.tanh(x, 0, 1);
    Activations.sigmoid(x, 1, 2);
    assertThat(x).containsExactly(Float.NaN, Float.NaN);
  }

  @Test
  void bothLeaveTheRestAlone() {
    float[] x = {1, 0, 1};
    Activations.sigmoid(x, 1, 2);
    assertThat(x).containsExactly(1f, 0.5f, 1f);
    Activations.tanh(x, 1, 1);
    assertThat(x).containsExactly(1f, 0.5f, 1f);
  }
}
