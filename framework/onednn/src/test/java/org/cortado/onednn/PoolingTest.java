package org.cortado.onednn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import org.cortado.api.backend.Backend;
import org.cortado.api.backend.Pooling;
import org.cortado.api.blob.Shape;
import org.cortado.api.blob.Tensor;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class PoolingTest {

  private static final List<Pooling.Method> METHODS = List.of(Pooling.Method.values());

  @RepeatedTest(value = 150, name = "seed {currentRepetition}")
  void poolsAsThePortableBackendDoes(RepetitionInfo info) {
    try (Pair pair = new Pair(info.getCurrentRepetition())) {
      Pooling.Spec spec = randomSpec(pair);
      int spoilt = spec.input().count() > 0 && pair.random.nextInt(6) == 0 ? 1 : 0;
      int where = pair.between(0, Math.max(0, spec.input().count() - 1));
      pair.expectSame(
          (backend, source) -> {
            Tensor x = source.random(spec.input());
            for (int i = 0; i < spoilt; i++) {
              x.update().put(where, Float.NaN);
            }
            return sweeps(backend, source, spec, x);
          });
    }
  }

  private static Pooling.Spec randomSpec(Pair pair) {
    int axes = pair.oneOf(1, 2, 2, 2, 2, 3, 4);
    List<Integer> input =
        new ArrayList<>(List.of(pair.oneOf(0, 1, 2, 5), pair.oneOf(1, 3, 16, 20)));
    List<Integer> kernel = new ArrayList<>();
    List<Integer> stride = new ArrayList<>();
    List<Integer> pad = new ArrayList<>();
    for (int i = 0; i < axes; i++) {
      int size = pair.between(1, 4);
      kernel.add(size);
      stride.add(pair.between(1, size));
      pad.add(pair.oneOf(0, 0, pair.between(0, size - 1)));
      input.add(size + pair.between(0, 6));
    }
    return new Pooling.Spec(
        Shape.of(input),
        METHODS.get(pair.oneOf(0, 1, 2)),
        kernel,
        stride,
        pad,
        pair.random.nextInt(2) == 0 ? Pooling.Rounding.CEIL : Pooling.Rounding.FLOOR);
  }

  private static List<Tensor> sweeps(
      Backend backend, Pair.Source source, Pooling.Spec spec, Tensor x) {
    try (Pooling pooling = backend.pooling(spec)) {
      sweep(pooling, source, spec, source.random(spec.input()));
      return sweep(pooling, source, spec, x);
    }
  }

  private static List<Tensor> sweep(
      Pooling pooling, Pair.Source source, Pooling.Spec spec, Tensor x) {
    Tensor y = source.random(spec.output());
    Tensor dx = source.random(spec.input());
    pooling.forward(x, y);
    pooling.backward(source.random(spec.output()), dx);
    return List.of(y, dx);
  }

  @Test
  void countsPaddingButNothingBehindItInAnAverage() {
    Pooling.Spec spec = Shapes.pooling(Pooling.Method.AVE, Shape.of(1, 1, 2, 2), 2, 3, 1);
    try (OneDnnBackend backend = Natives.backend(1);
        Pooling pooling = backend.pooling(spec)) {
      Tensor x = new Tensor(spec.input(), backend.memory());
      x.write().put(0, new float[] {4, 8, 12, 16});
      Tensor y = new Tensor(spec.output(), backend.memory());
      pooling.forward(x, y);
      assertThat(y.count()).isEqualTo(1);
      assertThat(y.read().get(0)).isEqualTo(1);
    }
  }

  @Test
  void refusesABackwardWithoutAForward() {
    Pooling.Spec spec = Shapes.pooling(Pooling.Method.AVE, Shape.of(1, 1, 2, 2), 2, 2, 0);
    try (OneDnnBackend backend = Natives.backend(1);
        Pooling pooling = backend.pooling(spec)) {
      Tensor dy = new Tensor(spec.output(), backend.memory());
      Tensor dx = new Tensor(spec.input(), backend.memory());
      assertThatIllegalStateException().isThrownBy(() -> pooling.backward(dy, dx));
    }
  }

  @Test
  void givesTheGradientToTheFirstOfEqualCells() {
    Pooling.Spec spec = Shapes.pooling(Pooling.Method.MAX, Shape.of(1, 1, 2, 2), 2, 2, 0);
    try (OneDnnBackend backend = Natives.backend(1);
        Pooling pooling = backend.pooling(spec)) {
      Tensor x = new Tensor(spec.input(), backend.memory());
      x.write().put(0, new float[] {1, 5, 5, 5});
      Tensor y = new Tensor(spec.output(), backend.memory());
      pooling.forward(x, y);
      Tensor dx = new Tensor(spec.input(), backend.memory());
      pooling.backward(y, dx);
      float[] gradient = new float[4];
      dx.read().get(0, gradient);
      assertThat(gradient).containsExactly(0, 5, 0, 0);
    }
  }
}
