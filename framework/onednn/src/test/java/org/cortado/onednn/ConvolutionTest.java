package org.cortado.onednn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.stream.IntStream;
import org.cortado.api.backend.Backend;
import org.cortado.api.backend.Convolution;
import org.cortado.api.blob.Shape;
import org.cortado.api.blob.Tensor;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConvolutionTest {

  @RepeatedTest(value = 80, name = "seed {currentRepetition}")
  void convolvesAsThePortableBackendDoes(RepetitionInfo info) {
    try (Pair pair = new Pair(info.getCurrentRepetition())) {
      Convolution.Spec spec = randomSpec(pair);
      boolean clear = pair.random.nextInt(2) == 0;
      pair.expectSame((backend, source) -> sweeps(backend, source, spec, clear));
    }
  }

  private static Convolution.Spec randomSpec(Pair pair) {
    return randomSpec(pair, pair.oneOf(0, 1, 2, 2, 2, 3));
  }

  @RepeatedTest(value = 20, name = "seed {currentRepetition}")
  void convolvesOverMoreAxesThanOneDnnDoes(RepetitionInfo info) {
    try (Pair pair = new Pair(info.getCurrentRepetition())) {
      Convolution.Spec spec = randomSpec(pair, pair.oneOf(4, 5));
      pair.expectSame((backend, source) -> sweeps(backend, source, spec, true));
    }
  }

  /** Images of which some fit the cache and are taken at a time, in runs of one, two and three. */
  @ParameterizedTest
  @CsvSource({"7, 1, 3", "8, 1, 3", "9, 2, 3", "8, 1, 5"})
  void convolvesDepthwiseRunByRun(int images, int stride, int kernel) {
    try (Pair pair = new Pair(images)) {
      Convolution.Spec spec = Shapes.grouped(images, 36, 40, 36, kernel, stride, 1, 36);
      pair.expectSame((backend, source) -> sweeps(backend, source.coarse(), spec, true));
      pair.expectSame((backend, source) -> sweeps(backend, source.coarse(), spec, false));
    }
  }

  private static Convolution.Spec randomSpec(Pair pair, int axes) {
    int groups = pair.oneOf(1, 1, 1, 2, 4);
    int channels = groups * pair.oneOf(1, 1, 2, 3, 8, 17);
    int outputs = groups * pair.oneOf(1, 2, 5, 16, 20);
    List<Integer> kernel = each(axes, () -> pair.between(1, axes > 3 ? 2 : 4));
    List<Integer> stride = each(axes, () -> pair.oneOf(1, 1, 2, 3));
    List<Integer> pad = each(axes, () -> pair.oneOf(0, 0, 1, 2));
    List<Integer> dilation = each(axes, () -> pair.oneOf(1, 1, 2));
    List<Integer> input = new ArrayList<>(List.of(pair.oneOf(0, 1, 2, 5), channels));
    for (int i = 0; i < axes; i++) {
      int extent = dilation.get(i) * (kernel.get(i) - 1) + 1;
      input.add(
          Math.max(1, extent - 2 * pad.get(i)) + pair.between(0, axes > 3 ? 1 : axes == 3 ? 4 : 9));
    }
    boolean bias = pair.random.nextInt(2) == 0;
    return new Convolution.Spec(
        Shape.of(input), outputs, kernel, stride, pad, dilation, groups, bias);
  }

  private static List<Integer> each(int axes, IntSupplier values) {
    return IntStream.range(0, axes).map(axis -> values.getAsInt()).boxed().toList();
  }

  /** Runs both ways twice, first with other tensors: what is bound must follow. */
  private static List<Tensor> sweeps(
      Backend backend, Pair.Source source, Convolution.Spec spec, boolean clear) {
    try (Convolution convolution = backend.convolution(spec)) {
      sweep(convolution, source, spec, true);
      return sweep(convolution, source, spec, clear);
    }
  }

  private static List<Tensor> sweep(
      Convolution convolution, Pair.Source source, Convolution.Spec spec, boolean clear) {
    Tensor x = source.random(spec.input());
    Tensor y = source.random(spec.output());
    Tensor dy = source.random(spec.output());
    Tensor dx = source.random(spec.input());
    Shape bias = Shape.of(spec.outputs());
    Shape[] shapes =
        spec.bias() ? new Shape[] {spec.weights(), bias} : new Shape[] {spec.weights()};
    List<Tensor> parameters = source.sums(false, shapes);
    List<Tensor> diffs = source.sums(clear, shapes);
    convolution.forward(x, parameters, y);
    convolution.backwardParameters(x, dy, diffs);
    convolution.backwardData(dy, parameters, dx);
    List<Tensor> results = new ArrayList<>(List.of(y, dx));
    results.addAll(diffs);
    return results;
  }

  @Test
  void addsToDiffsThatAreNotClear() {
    var spec =
        new Convolution.Spec(
            Shape.of(1, 1, 1), 1, List.of(1), List.of(1), List.of(0), List.of(1), 1, true);
    try (OneDnnBackend backend = Natives.backend(2);
        Convolution convolution = backend.convolution(spec)) {
      Tensor x = tensor(backend, 3);
      Tensor dy = tensor(backend, 2);
      List<Tensor> diffs = List.of(tensor(backend, 10), tensor(backend, 100));
      convolution.backwardParameters(x, dy, diffs);
      convolution.backwardParameters(x, dy, diffs);
      assertThat(diffs.get(0).read().get(0)).isEqualTo(22);
      assertThat(diffs.get(1).read().get(0)).isEqualTo(104);
    }
  }

  private static Tensor tensor(Backend backend, float value) {
    Tensor tensor = new Tensor(Shape.of(1), backend.memory());
    tensor.write().put(0, value);
    return tensor;
  }

  @Test
  void givesTheSameBitsTwice() {
    Convolution.Spec spec = Shapes.square(13, 20, 12, 50, 5, 1, 0);
    assertThat(bits(spec)).isEqualTo(bits(spec));
  }

  private static List<Float> bits(Convolution.Spec spec) {
    try (OneDnnBackend backend = Natives.backend(2)) {
      List<Float> bits = new ArrayList<>();
      for (Tensor result : sweeps(backend, new Pair.Source(backend, 1), spec, true)) {
        for (int i = 0; i < result.count(); i++) {
          bits.add(result.read().get(i));
        }
      }
      return bits;
    }
  }
}
