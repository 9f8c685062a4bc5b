package org.cortado.engine.portable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.cortado.api.backend.Convolution;
import org.cortado.api.backend.Convolution.Spec;
import org.cortado.api.blob.Shape;
import org.cortado.api.blob.Tensor;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PortableConvolutionTest {

  @AutoClose private final PortableBackend backend = new PortableBackend(2);

  @ParameterizedTest
  @MethodSource("seeds")
  void agreesWithAPlainLoop(int seed) {
    Random random = new Random(seed);
    agreesWithAPlainLoop(spec(random), random);
  }

  static IntStream seeds() {
    return IntStream.range(0, 120);
  }

  /** Draws a convolution over one to three axes whose kernel may be larger than the image. */
  private static Spec spec(Random random) {
    int groups = 1 + random.nextInt(3);
    int channels = groups * (1 + random.nextInt(3));
    List<Integer> dims = new ArrayList<>(List.of(random.nextInt(4), channels));
    List<Integer> kernel = new ArrayList<>();
    List<Integer> stride = new ArrayList<>();
    List<Integer> pad = new ArrayList<>();
    List<Integer> dilation = new ArrayList<>();
    int axes = 1 + random.nextInt(3);
    for (int axis = 0; axis < axes; axis++) {
      kernel.add(1 + random.nextInt(4));
      stride.add(1 + random.nextInt(3));
      pad.add(random.nextInt(4));
      dilation.add(1 + random.nextInt(2));
      int extent = dilation.get(axis) * (kernel.get(axis) - 1) + 1;
      dims.add(Math.max(1, extent - 2 * pad.get(axis)) + random.nextInt(7));
    }
    int outputs = groups * (1 + random.nextInt(4));
    return new Spec(
        Shape.of(dims), outputs, kernel, stride, pad, dilation, groups, random.nextBoolean());
  }

  @Test
  void agreesOverManyTiles() {
    Random random = new Random(1);
    List<Integer> two = List.of(2, 2);
    List<Integer> one = List.of(1, 1);
    Shape input = Shape.of(6, 32, 10, 11);
    agreesWithAPlainLoop(new Spec(input, 140, List.of(3, 3), one, one, one, 1, true), random);
    agreesWithAPlainLoop(new Spec(input, 16, List.of(5, 3), two, two, two, 4, true), random);
    agreesWithAPlainLoop(new Spec(input, 8, one, one, List.of(0, 0), one, 1, false), random);
  }

  @Test
  void takesKernelsOfMoreElementsThanATileHasRows() {
    Spec spec =
        new Spec(
            Shape.of(2, 2, 14, 13),
            3,
            List.of(13, 12),
            List.of(1, 1),
            List.of(2, 1),
            List.of(1, 1),
            1,
            true);
    agreesWithAPlainLoop(spec, new Random(1));
  }

  @Test
  void takesImagesWithoutSpatialAxes() {
    Spec spec = new Spec(Shape.of(3, 4), 6, List.of(), List.of(), List.of(), List.of(), 2, true);
    agreesWithAPlainLoop(spec, new Random(1));
  }

  private void agreesWithAPlainLoop(Spec spec, Random random) {
    Tensor x = whole(random, spec.input());
    Tensor dy = whole(random, spec.output());
    List<Tensor> parameters = parameters(spec, random);
    List<Tensor> diffs = parameters(spec, random);
    PlainConvolution plain = new PlainConvolution(spec);
    float[] expectedWeights = plain.weightGradient(x, dy, diffs.get(0));
    float[] expectedBias = spec.bias() ? plain.biasGradient(dy, diffs.get(1)) : new float[0];
    Tensor y = Tensors.unwritten(spec.output().count());
    Tensor dx = Tensors.unwritten(spec.input().count());
    try (Convolution convolution = backend.convolution(spec)) {
      convolution.forward(x, parameters, y);
      convolution.backwardData(dy, parameters, dx);
      convolution.backwardParameters(x, dy, diffs);
    }
    assertThat(Tensors.values(y)).as("y, %s", spec).isEqualTo(plain.forward(x, parameters));
    assertThat(Tensors.values(dx))
        .as("dx, %s", spec)
        .isEqualTo(plain.dataGradient(dy, parameters.get(0)));
    assertThat(Tensors.values(diffs.get(0))).as("dw, %s", spec).isEqualTo(expectedWeights);
    if (spec.bias()) {
      assertThat(Tensors.values(diffs.get(1))).as("db, %s", spec).isEqualTo(expectedBias);
    }
  }

  private static Tensor whole(Random random, Shape shape) {
    return Tensors.whole(random, shape.count());
  }

  private static List<Tensor> parameters(Spec spec, Random random) {
    Tensor weights = whole(random, spec.weights());
    return spec.bias() ? List.of(weights, Tensors.whole(random, spec.outputs())) : List.of(weights);
  }

  @Test
  void convolvesAnImageByHand() {
    Spec spec =
        new Spec(Shape.of(1, 1, 3), 1, List.of(2), List.of(1), List.of(1), List.of(1), 1, true);
    Tensor y = Tensors.unwritten(4);
    try (Convolution convolution = backend.convolution(spec)) {
      convolution.forward(Tensors.of(1, 2, 3), List.of(Tensors.of(10, 1), Tensors.of(0.5f)), y);
    }
    assertThat(Tensors.values(y)).containsExactly(1.5f, 12.5f, 23.5f, 30.5f);
  }

  @Test
  void refusesWrongCounts() {
    Spec spec =
        new Spec(Shape.of(1, 1, 3), 1, List.of(2), List.of(1), List.of(0), List.of(1), 1, false);
    List<Tensor> weights = List.of(Tensors.of(1, 2));
    try (Convolution convolution = backend.convolution(spec)) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> convolution.forward(Tensors.of(1, 2), weights, Tensors.of(1, 2)))
          .withMessage("x must have 3 elements, but is [2]");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> convolution.backwardData(Tensors.of(1), weights, Tensors.of(1, 2, 3)))
          .withMessage("dy must have 2 elements, but is [1]");
      assertThatIllegalArgumentException()
          .isThrownBy(
              () ->
                  convolution.backwardParameters(
                      Tensors.of(1, 2, 3),
                      Tensors.of(1, 2),
                      List.of(weights.get(0), Tensors.of(1))))
          .withMessage("there must be weights alone, but there are 2 parameters");
    }
  }
}
