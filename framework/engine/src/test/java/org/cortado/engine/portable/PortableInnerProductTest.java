package org.cortado.engine.portable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Random;
import org.cortado.api.backend.InnerProduct;
import org.cortado.api.backend.InnerProduct.Spec;
import org.cortado.api.blob.Tensor;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortableInnerProductTest {

  @AutoClose private final PortableBackend backend = new PortableBackend(2);

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11})
  void agreesWithPlainLoops(int seed) {
    Random random = new Random(seed);
    Spec spec =
        new Spec(
            random.nextInt(70), // an empty batch among them
            1 + random.nextInt(300),
            1 + random.nextInt(150),
            random.nextBoolean(),
            random.nextBoolean());
    agreesWithPlainLoops(spec, random);
  }

  @Test
  void takesAnEmptyBatch() {
    agreesWithPlainLoops(new Spec(0, 3, 2, true, false), new Random(1));
  }

  private void agreesWithPlainLoops(Spec spec, Random random) {
    Tensor x = Tensors.whole(random, spec.rows(), spec.inputs());
    Tensor dy = Tensors.whole(random, spec.rows(), spec.outputs());
    List<Tensor> parameters = parameters(spec, random);
    List<Tensor> diffs = parameters(spec, random);
    float[] expectedWeights = gradient(spec, x, dy, diffs.get(0));
    float[] expectedBias = spec.bias() ? biasGradient(spec, dy, diffs.get(1)) : new float[0];
    Tensor y = Tensors.unwritten(spec.rows(), spec.outputs());
    Tensor dx = Tensors.unwritten(spec.rows(), spec.inputs());
    try (InnerProduct product = backend.innerProduct(spec)) {
      product.forward(x, parameters, y);
      product.backwardData(dy, parameters, dx);
      product.backwardParameters(x, dy, diffs);
    }
    assertThat(Tensors.values(y)).as("%s", spec).isEqualTo(forward(spec, x, parameters));
    assertThat(Tensors.values(dx)).as("%s", spec).isEqualTo(down(spec, dy, parameters));
    assertThat(Tensors.values(diffs.get(0))).as("%s", spec).isEqualTo(expectedWeights);
    if (spec.bias()) {
      assertThat(Tensors.values(diffs.get(1))).as("%s", spec).isEqualTo(expectedBias);
    }
  }

  private static List<Tensor> parameters(Spec spec, Random random) {
    Tensor weights = Tensors.whole(random, spec.outputs() * spec.inputs());
    return spec.bias() ? List.of(weights, Tensors.whole(random, spec.outputs())) : List.of(weights);
  }

  private static int weight(Spec spec, int output, int input) {
    return spec.transposed() ? input * spec.outputs() + output : output * spec.inputs() + input;
  }

  private static float[] forward(Spec spec, Tensor x, List<Tensor> parameters) {
    float[] y = new float[spec.rows() * spec.outputs()];
    for (int i = 0; i < y.length; i++) {
      int output = i % spec.outputs();
      double sum = spec.bias() ? parameters.get(1).read().get(output) : 0;
      for (int input = 0; input < spec.inputs(); input++) {
        sum +=
            (double) x.read().get(i / spec.outputs() * spec.inputs() + input)
                * parameters.get(0).read().get(weight(spec, output, input));
      }
      y[i] = (float) sum;
    }
    return y;
  }

  private static float[] down(Spec spec, Tensor dy, List<Tensor> parameters) {
    float[] dx = new float[spec.rows() * spec.inputs()];
    for (int i = 0; i < dx.length; i++) {
      double sum = 0;
      for (int output = 0; output < spec.outputs(); output++) {
        sum +=
            (double) dy.read().get(i / spec.inputs() * spec.outputs() + output)
                * parameters.get(0).read().get(weight(spec, output, i % spec.inputs()));
      }
      dx[i] = (float) sum;
    }
    return dx;
  }

  private static float[] gradient(Spec spec, Tensor x, Tensor dy, Tensor diff) {
    float[] gradient = Tensors.values(diff);
    for (int row = 0; row < spec.rows(); row++) {
      for (int output = 0; output < spec.outputs(); output++) {
        for (int input = 0; input < spec.inputs(); input++) {
          gradient[weight(spec, output, input)] +=
              dy.read().get(row * spec.outputs() + output)
                  * x.read().get(row * spec.inputs() + input);
        }
      }
    }
    return gradient;
  }

  private static float[] biasGradient(Spec spec, Tensor dy, Tensor diff) {
    float[] gradient = Tensors.values(diff);
    for (int i = 0; i < dy.count(); i++) {
      gradient[i % spec.outputs()] += dy.read().get(i);
    }
    return gradient;
  }

  @Test
  void refusesAMissingBias() {
    try (InnerProduct product = backend.innerProduct(new Spec(1, 2, 3, true, false))) {
      List<Tensor> weightsAlone = List.of(Tensors.unwritten(6));
      assertThatIllegalArgumentException()
          .isThrownBy(
              () -> product.forward(Tensors.of(1, 2), weightsAlone, Tensors.unwritten(1, 3)))
          .withMessage("there must be weights and a bias, but there are 1 parameters");
    }
  }

  @Test
  void refusesAWrongCount() {
    try (InnerProduct product = backend.innerProduct(new Spec(1, 2, 3, false, false))) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> product.forward(Tensors.of(1), List.of(), Tensors.of(1)))
          .withMessage("x must have 2 elements, but is [1]");
      assertThatIllegalArgumentException()
          .isThrownBy(
              () ->
                  product.backwardData(
                      Tensors.unwritten(1, 3), List.of(Tensors.unwritten(5)), Tensors.of(1, 2)))
          .withMessage("the weights must have 6 elements, but is [5]");
    }
  }
}
