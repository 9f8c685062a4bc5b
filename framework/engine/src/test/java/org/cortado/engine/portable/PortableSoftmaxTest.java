package org.cortado.engine.portable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.cortado.api.backend.Softmax;
import org.cortado.api.backend.Softmax.Spec;
import org.cortado.api.blob.Tensor;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PortableSoftmaxTest {

  @AutoClose private final PortableBackend backend = new PortableBackend(2);

  @ParameterizedTest
  @CsvSource({"1, 1, 1", "64, 10, 1", "3, 7, 5", "2, 1000, 3", "5, 3, 1000", "0, 3, 2", "2, 3, 0"})
  void agreesWithItsFormula(int outer, int channels, int inner) {
    Spec spec = new Spec(outer, channels, inner);
    Random random = new Random(outer + 31L * channels + 961L * inner);
    Tensor x = Tensors.normal(random, outer, channels, inner);
    Tensor dy = Tensors.normal(random, outer, channels, inner);
    Tensor y = Tensors.unwritten(outer, channels, inner);
    Tensor dx = Tensors.unwritten(outer, channels, inner);
    run(spec, x, y, dy, dx);
    for (int i = 0; i < outer * inner; i++) {
      compare(spec, i / inner * channels * inner + i % inner, List.of(x, y, dy, dx));
    }
  }

  private static void compare(Spec spec, int first, List<Tensor> tensors) {
    double[] x = channels(spec, first, tensors.get(0));
    double[] y = channels(spec, first, tensors.get(1));
    double[] dy = channels(spec, first, tensors.get(2));
    double[] dx = channels(spec, first, tensors.get(3));
    double sum = Arrays.stream(x).map(Math::exp).sum();
    double mean = IntStream.range(0, x.length).mapToDouble(i -> dy[i] * Math.exp(x[i]) / sum).sum();
    for (int i = 0; i < x.length; i++) {
      double probability = Math.exp(x[i]) / sum;
      assertThat(y[i]).isCloseTo(probability, within(2e-7 * probability));
      assertThat(dx[i]).isCloseTo(probability * (dy[i] - mean), within(2e-6 * probability));
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 1, 1", "64, 10, 1", "3, 7, 5", "2, 1000, 3", "0, 3, 2", "2, 3, 0"})
  void takesTheLogarithmOfItsFormula(int outer, int channels, int inner) {
    Random random = new Random(outer + 31L * channels + 961L * inner);
    Tensor x = Tensors.normal(random, outer, channels, inner);
    Tensor dy = Tensors.normal(random, outer, channels, inner);
    Tensor y = Tensors.unwritten(outer, channels, inner);
    Tensor dx = Tensors.unwritten(outer, channels, inner);
    Spec spec = new Spec(outer, channels, inner, true);
    run(spec, x, y, dy, dx);
    for (int i = 0; i < outer * inner; i++) {
      compareLogarithms(spec, i / inner * channels * inner + i % inner, List.of(x, y, dy, dx));
    }
  }

  private static void compareLogarithms(Spec spec, int first, List<Tensor> tensors) {
    double[] x = channels(spec, first, tensors.get(0));
    double[] y = channels(spec, first, tensors.get(1));
    double[] dy = channels(spec, first, tensors.get(2));
    double[] dx = channels(spec, first, tensors.get(3));
    double sum = Arrays.stream(x).map(Math::exp).sum();
    double slopes = Arrays.stream(dy).sum();
    for (int i = 0; i < x.length; i++) {
      assertThat(y[i]).isCloseTo(x[i] - Math.log(sum), within(1e-6));
      assertThat(dx[i]).isCloseTo(dy[i] - Math.exp(x[i]) / sum * slopes, within(1e-5));
    }
  }

  private static double[] channels(Spec spec, int first, Tensor tensor) {
    return IntStream.range(0, spec.channels())
        .mapToDouble(channel -> tensor.read().get(first + channel * spec.inner()))
        .toArray();
  }

  private void run(Spec spec, Tensor x, Tensor y, Tensor dy, Tensor dx) {
    try (Softmax softmax = backend.softmax(spec)) {
      softmax.forward(x, y);
      softmax.backward(y, dy, dx);
    }
  }

  @Test
  void doesNotOverflow() {
    Tensor y = Tensors.unwritten(3);
    Tensor x = Tensors.of(3e38f, 3e38f, -3e38f);
    run(new Spec(1, 3, 1), x, y, Tensors.of(0, 0, 0), Tensors.of(0, 0, 0));
    assertThat(Tensors.values(y)).containsExactly(0.5f, 0.5f, 0);
  }

  @Test
  void takesLogarithmsOfLargeScores() {
    Tensor y = Tensors.unwritten(2);
    Tensor x = Tensors.of(10_000, -10_000);
    run(new Spec(1, 2, 1, true), x, y, Tensors.of(0, 0), Tensors.of(0, 0));
    assertThat(Tensors.values(y)).containsExactly(0, -20_000);
  }

  @Test
  void passesNaNOn() {
    Tensor y = Tensors.unwritten(2);
    run(new Spec(1, 2, 1), Tensors.of(1, Float.NaN), y, Tensors.of(0, 0), Tensors.of(0, 0));
    assertThat(Tensors.values(y)).containsOnly(Float.NaN);
  }

  @Test
  void worksInPlace() {
    Spec spec = new Spec(2, 3, 2);
    Random random = new Random(1);
    Tensor x = Tensors.normal(random, 12);
    Tensor dy = Tensors.normal(random, 12);
    Tensor y = Tensors.unwritten(12);
    Tensor dx = Tensors.unwritten(12);
    run(spec, x, y, dy, dx);
    run(spec, x, x, dy, dy);
    assertThat(Tensors.values(x)).containsExactly(Tensors.values(y));
    assertThat(Tensors.values(dy)).containsExactly(Tensors.values(dx));
  }

  @Test
  void refusesWrongCounts() {
    try (Softmax softmax = backend.softmax(new Spec(2, 3, 1))) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> softmax.forward(Tensors.of(1), Tensors.of(1)))
          .withMessage("x must have 6 elements, but is [1]");
    }
  }
}
