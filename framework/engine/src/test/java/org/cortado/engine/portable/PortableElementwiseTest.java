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

  /** Compares at every order of magnitude, and densely where the function bends. */
  private void within(double error, Function function, DoubleUnaryOperator exact) {
    Random random = new Random(1);
    float[] x = new float[400_000];
    for (int i = 0; i < x.length; i++) {
      int exponent = i % 2 == 0 ? random.nextInt(276) - 149 : random.nextInt(18) - 12;
      x[i] = (random.nextFloat() * 2 - 1) * (float) Math.scalb(1.0, exponent);
    }
    float[] y = forward(function, 0, x);
    for (int i = 0; i < x.length; i++) {
      double expected = exact.applyAsDouble(x[i]);
      double allowed = error * Math.abs(expected) + Float.MIN_VALUE;
      assertThat(Math.abs(y[i] - expected) <= allowed).as("%s of %s", function, x[i]).isTrue();
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
    float[] x = {-3, -1.1f, -0.4f, 0.3f, 0.9f, 2.5f};
    float[] ones = {1, 1, 1, 1, 1, 1};
    float step = 1f / 256;
    float[] dx = backward(function, 0.2f, forward(function, 0.2f, x), ones);
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
