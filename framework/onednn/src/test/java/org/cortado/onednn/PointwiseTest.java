package org.cortado.onednn;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.FloatBuffer;
import java.util.EnumSet;
import java.util.List;
import org.cortado.api.backend.Elementwise;
import org.cortado.api.backend.Softmax;
import org.cortado.api.blob.Shape;
import org.cortado.api.blob.Tensor;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PointwiseTest {

  private static final String SEED = "seed {currentRepetition}";

  @RepeatedTest(value = 30, name = SEED)
  void computesASoftmaxAsThePortableBackendDoes(RepetitionInfo info) {
    try (Pair pair = new Pair(info.getCurrentRepetition())) {
      int outer = pair.oneOf(0, 1, 3, 64);
      int channels = pair.oneOf(1, 2, 10, 37);
      int inner = pair.oneOf(1, 1, 4, 9);
      boolean inPlace = pair.random.nextInt(2) == 0;
      boolean log = pair.random.nextInt(2) == 0;
      Shape shape = Shape.of(outer, channels, inner);
      pair.expectSame(
          (backend, source) -> {
            Tensor x = source.random(shape);
            Tensor y = inPlace ? x : source.random(shape);
            Tensor dy = source.random(shape);
            Tensor dx = inPlace ? dy : source.random(shape);
            Softmax.Spec spec = new Softmax.Spec(outer, channels, inner, log);
            try (Softmax softmax = backend.softmax(spec)) {
              softmax.forward(x, y);
              softmax.backward(y, dy, dx);
            }
            return List.of(y, dx);
          });
    }
  }

  @RepeatedTest(value = 120, name = SEED)
  void appliesFunctionsAsThePortableBackendDoes(RepetitionInfo info) {
    try (Pair pair = new Pair(info.getCurrentRepetition())) {
      var functions = List.copyOf(EnumSet.allOf(Elementwise.Function.class));
      var function = functions.get(info.getCurrentRepetition() % functions.size());
      float alpha = alpha(pair, function);
      int count = pair.oneOf(0, 1, 5, 1000, 70_000);
      boolean inPlace = pair.random.nextInt(2) == 0;
      var spec = new Elementwise.Spec(function, alpha, count);
      pair.expectSame((backend, source) -> sweep(backend.elementwise(spec), source, spec, inPlace));
    }
  }

  private static float alpha(Pair pair, Elementwise.Function function) {
    return switch (function) {
      case RELU, ELU, SWISH -> pair.oneOf(0, 1, -1) * 0.25f;
      case SOFT_RELU -> pair.oneOf(1, 2, -1);
      case SIGMOID, TANH, EXP, LOG, GELU_ERF, GELU_TANH -> 0;
    };
  }

  private static List<Tensor> sweep(
      Elementwise operation, Pair.Source source, Elementwise.Spec spec, boolean inPlace) {
    Shape shape = Shape.of(spec.count());
    boolean log = spec.function() == Elementwise.Function.LOG;
    Tensor x =
        source.changed(
            shape, log ? PointwiseTest::makePositive : PointwiseTest::spreadAndPlantZero);
    Tensor y = inPlace && spec.backwardFromTop() ? x : source.random(shape);
    Tensor dy = source.random(shape);
    Tensor dx = inPlace ? dy : source.random(shape);
    try (operation) {
      operation.forward(x, y);
      operation.backward(spec.backwardFromTop() ? y : x, dy, dx);
    }
    return List.of(y, dx);
  }

  private static void makePositive(Tensor x) {
    FloatBuffer values = x.update();
    for (int i = 0; i < x.count(); i++) {
      values.put(i, 0.5f + Math.abs(values.get(i)));
    }
  }

  /** Far enough out for all functions to bend. */
  private static void spreadAndPlantZero(Tensor x) {
    FloatBuffer values = x.update();
    for (int i = 0; i < x.count(); i++) {
      values.put(i, i == 0 ? 0 : 6 * values.get(i));
    }
  }

  @ParameterizedTest
  @EnumSource(Elementwise.Function.class)
  void keepsNan(Elementwise.Function function) {
    float alpha = function == Elementwise.Function.SOFT_RELU ? 1 : 0;
    try (OneDnnBackend backend = Natives.backend(1);
        Elementwise operation = backend.elementwise(new Elementwise.Spec(function, alpha, 20))) {
      Tensor x = new Tensor(Shape.of(20), backend.memory());
      x.write().put(0, Float.NaN).put(19, Float.NaN);
      operation.forward(x, x);
      assertThat(x.read().get(0)).isNaN();
      assertThat(x.read().get(19)).isNaN();
    }
  }

  @Test
  void takesLogarithmsOfLargeScores() {
    try (OneDnnBackend backend = Natives.backend(1);
        Softmax softmax = backend.softmax(new Softmax.Spec(1, 2, 1, true))) {
      Tensor x = new Tensor(Shape.of(2), backend.memory());
      x.write().put(0, 10_000).put(1, -10_000);
      softmax.forward(x, x);
      assertThat(x.read().get(0)).isZero();
      assertThat(x.read().get(1)).isEqualTo(-20_000);
    }
  }

  @Test
  void isSafeForLargeScores() {
    try (OneDnnBackend backend = Natives.backend(1);
        Softmax softmax = backend.softmax(new Softmax.Spec(1, 2, 1))) {
      Tensor x = new Tensor(Shape.of(2), backend.memory());
      x.write().put(0, 10_000).put(1, -10_000);
      softmax.forward(x, x);
      assertThat(x.read().get(0)).isEqualTo(1);
      assertThat(x.read().get(1)).isZero();
    }
  }

  @Test
  void showsWhatASoftmaxIsOfNoNumbers() {
    float inf = Float.POSITIVE_INFINITY;
    try (OneDnnBackend backend = Natives.backend(1);
        Softmax softmax = backend.softmax(new Softmax.Spec(2, 2, 2))) {
      Tensor x = new Tensor(Shape.of(2, 2, 2), backend.memory());
      x.write().put(0, new float[] {Float.NaN, 1, 2, -inf, 3, inf, 3, 0});
      softmax.forward(x, x);
      float[] y = new float[8];
      x.read().get(0, y);
      assertThat(y).containsExactly(Float.NaN, 1, Float.NaN, 0, 0.5f, Float.NaN, 0.5f, Float.NaN);
    }
  }
}
