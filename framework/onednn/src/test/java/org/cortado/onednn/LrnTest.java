package org.cortado.onednn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.cortado.api.backend.Lrn;
import org.cortado.api.backend.PlainLrn;
import org.cortado.api.blob.Shape;
import org.cortado.api.blob.Tensor;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class LrnTest {

  private static Lrn.Spec spec(Shape shape, int size, float beta, float k) {
    return new Lrn.Spec(shape, Lrn.Region.ACROSS_CHANNELS, size, 0.5f, beta, k);
  }

  @RepeatedTest(value = 30, name = "seed {currentRepetition}")
  void normalizesAsThePortableBackendDoes(RepetitionInfo info) {
    try (Pair pair = new Pair(info.getCurrentRepetition())) {
      int channels = pair.oneOf(3, 16, 32, 48, 50, 96);
      Shape shape = Shape.of(pair.oneOf(1, 2, 5), channels, pair.between(1, 9), pair.between(1, 9));
      Lrn.Spec spec = spec(shape, pair.oneOf(5, 5, 3), pair.oneOf(3, 3, 2) / 4f, 1);
      pair.expectSame(
          (backend, source) -> {
            Tensor x = source.random(shape);
            Tensor y = source.random(shape);
            Tensor dy = source.random(shape);
            Tensor dx = source.random(shape);
            try (Lrn lrn = backend.lrn(spec)) {
              lrn.forward(x, y);
              lrn.backward(x, dy, dx);
            }
            return List.of(y, dx);
          });
    }
  }

  @Test
  void takesTheLibraryWhereItIsFastAndRight() {
    try (OneDnnBackend backend = Natives.backend(2)) {
      Shape shape = Shape.of(2, 32, 5, 5);
      expectKind(backend, spec(shape, 5, 0.75f, 1), OneDnnLrn.class);
      expectKind(backend, spec(shape, 5, 0.5f, 1), PlainLrn.class);
      expectKind(backend, spec(shape, 5, 0.75f, 0), PlainLrn.class);
      expectKind(backend, spec(shape.with(0, 0), 5, 0.75f, 1), PlainLrn.class);
      expectKind(
          backend, new Lrn.Spec(shape, Lrn.Region.WITHIN_CHANNEL, 5, 1, 0.75f, 1), PlainLrn.class);
    }
  }

  private static void expectKind(
      OneDnnBackend backend, Lrn.Spec spec, Class<? extends Lrn> expected) {
    try (Lrn lrn = backend.lrn(spec)) {
      assertThat(lrn).isInstanceOf(expected);
    }
  }

  @Test
  void passesNaNOn() {
    Shape shape = Shape.of(1, 32, 1, 1);
    try (OneDnnBackend backend = Natives.backend(1);
        Lrn lrn = backend.lrn(spec(shape, 5, 0.75f, 1))) {
      Tensor x = new Tensor(shape, backend.memory());
      Tensor y = new Tensor(shape, backend.memory());
      x.update().put(15, Float.NaN);
      lrn.forward(x, y);
      for (int i = 0; i < 32; i++) {
        assertThat(Float.isNaN(y.read().get(i))).isEqualTo(Math.abs(i - 15) <= 2);
      }
    }
  }

  @Test
  void refusesTensorsOfOtherCountsAndBackwardBeforeForward() {
    Shape shape = Shape.of(1, 32, 1, 1);
    try (OneDnnBackend backend = Natives.backend(1);
        Lrn lrn = backend.lrn(spec(shape, 5, 0.75f, 1))) {
      Tensor good = new Tensor(shape, backend.memory());
      Tensor bad = new Tensor(Shape.of(31), backend.memory());
      assertThatThrownBy(() -> lrn.forward(good, bad)).isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> lrn.backward(good, good, bad))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> lrn.backward(good, good, good))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("backward of an LRN needs a forward before it");
    }
  }
}
