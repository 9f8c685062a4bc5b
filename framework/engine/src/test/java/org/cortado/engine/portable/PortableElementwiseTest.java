package org.cortado.engine.portable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.data.Offset.offset;

import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.cortado.api.backend.Elementwise;
import org.cortado.api.backend.Elementwise.Function;
import org.cortado.api.backend.Elementwise.Spec;
import org.cortado.api.blob.Tensor;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PortableElementwiseTest {

  private static final float INFINITY = Float.POSITIVE_INFINITY;

  @AutoClose private final PortableBackend backend = new PortableBackend(2);

  private float[] forward(Function function, float alpha, float... x) {
    Tensor y = Tensors.unwritten(x.length);
    try (Elementwise operation = backend.elementwise(new Spec(function, alpha, x.length))) {
      operation.forward(Tensors.of(x), y);
    }
    return Tensors.values(y);
  }

  private float[] backward(Function function, float alpha, float[] kept, float[] dy) {
    Tensor dx = Tensors.unwritten(dy.length);
    try (Elementwise operation = backend.elementwise(new Spec(function, alpha, dy.length))) {
      operation.backward(Tensors.of(kept), Tensors.of(dy), dx);
    }
    return Tensors.values(dx);
  }

  @Test
  void cutsNegativeNumbersOff() {
    assertThat(forward(Function.RELU, 0, -INFINITY, -2, 0, 3, INFINITY, Float.NaN))
        .containsExactly(0, 0, 0, 3, INFINITY, Float.NaN);
  }

  @ParameterizedTest
  @ValueSource(floats = {0.1f, 1, 2.5f, -0.5f})
  void multipliesNegativeNumbersByTheSlope(float slope) {
    assertThat(forward(Function.RELU, slope, -INFINITY, -2, 0, 3, INFINITY, Float.NaN))
        .containsExactly(-INFINITY * slope, -2 * slope, 0, 3, INFINITY, Float.NaN);
  }

  @ParameterizedTest
  @ValueSource(floats = {0, 0.1f, 1, 2.5f, -0.5f})
  void passesTheGradientOnWhereItIsPositive(float slope) {
    float[] kept = {-INFINITY, -2, -Float.MIN_VALUE, 0, Float.MIN_VALUE, 1e-30f, 3, INFINITY};
    float[] dy = {7, 7, 7, 7, 7, 0.3f, -7, 7};
    float below = 7 * slope;
    assertThat(backward(Function.RELU, slope, kept, dy))
        .containsExactly(below, below, below, below, 7, 0.3f, -7, 7);
  }

  @Test
  void sigmoidIsExactToTheLastDigits() {
    within(1.2e-7, Function.SIGMOID, x -> 1 / (1 + Math.exp(-x)));
  }

  @Test
  void tanhIsExactToTheLastDigits() {
    within(1.2e-7, Function.TANH, Math::tanh);
  }

  @Test
  void curvesAreExactToTheLastDigits() {
    within(1.2e-7, Function.EXP, Math::exp);
    within(1.2e-7, Function.LOG, Math::log);
    within(1.2e-7, Function.ELU, x -> x > 0 ? x : 0.3f * Math.expm1(x));
    within(
        1.2e-7, Function.SOFT_RELU, x -> Math.max(x, 0) + log1pOfExp(-0.3f * Math.abs(x)) / 0.3f);
    within(1.2e-7, Function.SWISH, x -> x / (1 + Math.exp(-0.3f * x)));
  }

  private static double log1pOfExp(double x) {
    return Math.log1p(Math.exp(x));
  }

  /** Compares with the integral of the density, by Simpson's rule from 0. */
  @Test
  void theNormalDistributionIsTheIntegralOfItsDensity() {
    double integral = 0;
    double step = 1.0 / 512;
    for (int i = 0; i < 8 * 512; i++) {
      double x = i * step;
      assertThat(NormalDistribution.below(x)).isCloseTo(0.5 + integral, offset(1e-9));
      assertThat(NormalDistribution.below(-x)).isCloseTo(0.5 - integral, offset(1e-9));
      integral += step / 6 * (density(x) + 4 * density(x + step / 2) + density(x + step));
    }
  }

  private static double density(double x) {
    return Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
  }

  /** From tables of the distribution: float's precision holds in the tail too. */
  @Test
  void geluKnowsItsTails() {
    assertThat(forward(Function.GELU_ERF, 0, 2, -1, -5, -10))
        .containsExactly(1.9544997f, -0.15865526f, -1.4332578e-6f, -7.619853e-23f);
  }

  /** By its definition; that loses digits in the tail. */
  @Test
  void geluTanhIsWhatItIsCalled() {
    for (float x = -4; x < 4; x += 0.01f) {
      double u = Math.sqrt(2 / Math.PI) * (x + 0.044715 * x * x * x);
      double expected = x * (1 + Math.tanh(u)) / 2;
      assertThat((double) forward(Function.GELU_TANH, 0, x)[0])
          .isCloseTo(expected, offset(1e-7 * Math.abs(x)));
    }
  }

  @Test
  void eluTakesItsGradientFromXWhereTheSlopeHidesTheSign() {
    float[] dy = {2, 2, 2};
    assertThat(backward(Function.ELU, 1, new float[] {-0.5f, 0, 3}, dy)).containsExactly(1, 2, 2);
    assertThat(backward(Function.ELU, -1, new float[] {-INFINITY, 0, 3}, dy))
        .containsExactly(-0f, -2, 2);
  }

  @Test
  void curvesReachTheirLimits() {
    float[] x = {-INFINITY, -1e9f, 1e9f, INFINITY, Float.NaN};
    assertThat(forward(Function.ELU, 2, x)).containsExactly(-2, -2, 1e9f, INFINITY, Float.NaN);
    assertThat(forward(Function.SOFT_RELU, 1, x)).containsExactly(0, 0, 1e9f, INFINITY, Float.NaN);
    assertThat(forward(Function.EXP, 0, x)).containsExactly(0, 0, INFINITY, INFINITY, Float.NaN);
    assertThat(forward(Function.SWISH, 1, -1e9f, 1e9f, Float.NaN))
        .containsExactly(-0f, 1e9f, Float.NaN);
    assertThat(forward(Function.GELU_ERF, 0, -1e9f, 1e9f, Float.NaN))
        .containsExactly(-0f, 1e9f, Float.NaN);
    assertThat(forward(Function.GELU_TANH, 0, -1e9f, 1e9f, Float.NaN))
        .containsExactly(-0f, 1e9f, Float.NaN);
  }

  @Test
  void refusesASoftReluThatDividesBy0() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Spec(Function.SOFT_RELU, 0, 1))
        .withMessage("the alpha of a SOFT_RELU must not be 0");
  }

  /** Compares at every order of magnitude, and densely where the function bends. */
  private void within(double error, Function function, DoubleUnaryOperator exact) {
    Random random = new Random(1);
    float[] x = new float[400_000];
    for (int i = 0; i < x.length; i++) {
      int exponent = i % 2 == 0 ? random.nextInt(276) - 149 : random.nextInt(18) - 12;
      x[i] = (random.nextFloat() * 2 - 1) * (float) Math.scalb(1.0, exponent);
    }
    float[] y = forward(function, 0.3f, x);
    for (int i = 0; i < x.length; i++) {
      double expected = exact.applyAsDouble(x[i]);
      double allowed = error * Math.abs(expected) + Float.MIN_VALUE;
      assertThat(Float.compare(y[i], (float) expected) == 0 || Math.abs(y[i] - expected) <= allowed)
          .as("%s of %s", function, x[i])
          .isTrue();
    }
  }

  @Test
  void sigmoidAndTanhReachTheirLimits() {
    float[] x = {-INFINITY, -1e9f, -110, -0f, 0, 104, 1e9f, INFINITY, Float.NaN};
    assertThat(forward(Function.SIGMOID, 0, x))
        .containsExactly(0, 0, 0, 0.5f, 0.5f, 1, 1, 1, Float.NaN);
    assertThat(forward(Function.TANH, 0, x))
        .containsExactly(-1, -1, -1, -0f, 0, 1, 1, 1, Float.NaN);
  }

  @Test
  void sigmoidAndTanhTakeTheirGradientsFromTheirTops() {
    float[] y = {0, 0.25f, 1, -0.5f};
    float[] dy = {2, 2, 2, 4};
    assertThat(backward(Function.SIGMOID, 0, y, dy)).containsExactly(0, 0.375f, 0, -3);
    assertThat(backward(Function.TANH, 0, y, dy)).containsExactly(2, 1.875f, 0, 3);
  }

  @ParameterizedTest
  @EnumSource(Function.class)
  void agreesWithCentralDifferences(Function function) {
    float[] positive = {1, 1.1f, 1.4f, 2.3f, 2.9f, 3.5f};
    float[] either = {-3, -1.1f, -0.4f, 0.3f, 0.9f, 2.5f};
    float[] x = function == Function.LOG ? positive : either;
    float[] ones = {1, 1, 1, 1, 1, 1};
    float step = 1f / 256;
    boolean fromTop = new Spec(function, 0.2f, 6).backwardFromTop();
    float[] dx = backward(function, 0.2f, fromTop ? forward(function, 0.2f, x) : x, ones);
    for (int i = 0; i < x.length; i++) {
      float above = forward(function, 0.2f, x[i] + step)[0];
      float below = forward(function, 0.2f, x[i] - step)[0];
      assertThat(dx[i]).isCloseTo((above - below) / (2 * step), offset(1e-4f));
    }
  }

  @ParameterizedTest
  @EnumSource(Function.class)
  void worksInPlace(Function function) {
    float[] x = {-3, -1, 0, 1, 3};
    float[] y = forward(function, 0.5f, x);
    float[] dx = backward(function, 0.5f, y, x);
    Tensor tensor = Tensors.of(x);
    Tensor gradient = Tensors.of(x);
    try (Elementwise operation = backend.elementwise(new Spec(function, 0.5f, 5))) {
      operation.forward(tensor, tensor);
      operation.backward(tensor, gradient, gradient);
    }
    assertThat(Tensors.values(tensor)).containsExactly(y);
    assertThat(Tensors.values(gradient)).containsExactly(dx);
  }

  @Test
  void takesNoElementsAtAll() {
    assertThat(forward(Function.TANH, 0)).isEmpty();
  }

  @Test
  void refusesWrongCounts() {
    Tensor two = Tensors.of(1, 2);
    Tensor three = Tensors.of(1, 2, 3);
    try (Elementwise relu = backend.elementwise(new Spec(Function.RELU, 0, 2))) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> relu.forward(three, two))
          .withMessage("x must have 2 elements, but is [3]");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> relu.backward(three, two, two))
          .withMessage("y must have 2 elements, but is [3]");
    }
  }
}
