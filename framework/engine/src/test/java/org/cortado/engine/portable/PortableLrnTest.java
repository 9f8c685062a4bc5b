package org.cortado.engine.portable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.cortado.api.InvalidLayerException;
import org.cortado.api.backend.Lrn;
import org.cortado.api.backend.Lrn.Region;
import org.cortado.api.backend.Lrn.Spec;
import org.cortado.api.blob.Shape;
import org.cortado.api.blob.Tensor;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PortableLrnTest {

  @AutoClose private final PortableBackend backend = new PortableBackend(2);

  @ParameterizedTest
  @CsvSource({
    "2, 7, 3, 4, 5, 0.75",
    "1, 3, 1, 1, 7, 1",
    "1, 96, 20, 20, 5, 0.75",
    "3, 1, 5, 5, 1, 0.5",
    "1, 9000, 1, 17, 3, 0.75"
  })
  void agreesWithItsFormula(int images, int channels, int height, int width, int size, float beta) {
    Shape shape = Shape.of(images, channels, height, width);
    for (Region region : Region.values()) {
      agreesWithItsFormula(new Spec(shape, region, size, 2, beta, 1.5f));
    }
  }

  private void agreesWithItsFormula(Spec spec) {
    Random random = new Random(spec.hashCode());
    int[] dims = spec.input().dims().stream().mapToInt(Integer::intValue).toArray();
    Tensor x = Tensors.normal(random, dims);
    Tensor dy = Tensors.normal(random, dims);
    Tensor y = Tensors.unwritten(dims);
    Tensor dx = Tensors.unwritten(dims);
    try (Lrn lrn = backend.lrn(spec)) {
      lrn.forward(x, y);
      lrn.backward(x, dy, dx);
    }
    Formula formula = new Formula(spec, doubles(x), doubles(dy));
    for (int i = 0; i < x.count(); i++) {
      assertThat((double) y.read().get(i)).isCloseTo(formula.y(i), within(2e-6));
      assertThat((double) dx.read().get(i)).isCloseTo(formula.dx(i), within(5e-6));
    }
  }

  private static double[] doubles(Tensor tensor) {
    double[] values = new double[tensor.count()];
    for (int i = 0; i < values.length; i++) {
      values[i] = tensor.read().get(i);
    }
    return values;
  }

  /** One element at a time. */
  private static final class Formula {

    private final Spec spec;
    private final double[] x;
    private final double[] dy;

    Formula(Spec spec, double[] x, double[] dy) {
      this.spec = spec;
      this.x = x;
      this.dy = dy;
    }

    private interface Summand {
      double of(int element);
    }

    private double sum(int element, Summand summand) {
      int height = spec.input().dim(2);
      int width = spec.input().dim(3);
      int plane = element / (height * width);
      int channel = plane % spec.input().dim(1);
      int half = spec.size() / 2;
      double sum = 0;
      if (spec.region() == Region.ACROSS_CHANNELS) {
        for (int other = channel - half; other <= channel + half; other++) {
          boolean there = other >= 0 && other < spec.input().dim(1);
          sum += there ? summand.of(element + (other - channel) * height * width) : 0;
        }
        return sum;
      }
      int row = element / width % height;
      int column = element % width;
      for (int r = Math.max(0, row - half); r <= Math.min(height - 1, row + half); r++) {
        for (int c = Math.max(0, column - half); c <= Math.min(width - 1, column + half); c++) {
          sum += summand.of((plane * height + r) * width + c);
        }
      }
      return sum;
    }

    private double base(int element) {
      int cells = spec.region() == Region.ACROSS_CHANNELS ? spec.size() : spec.size() * spec.size();
      return spec.k() + spec.alpha() / cells * sum(element, i -> x[i] * x[i]);
    }

    double y(int element) {
      return x[element] * Math.pow(base(element), -spec.beta());
    }

    double dx(int element) {
      int cells = spec.region() == Region.ACROSS_CHANNELS ? spec.size() : spec.size() * spec.size();
      return dy[element] * Math.pow(base(element), -spec.beta())
          - 2
              * spec.beta()
              * spec.alpha()
              / cells
              * x[element]
              * sum(element, i -> dy[i] * y(i) / base(i));
    }
  }

  @Test
  void refusesWrongCounts() {
    Spec spec = new Spec(Shape.of(1, 3), Region.ACROSS_CHANNELS, 3, 1, 1, 1);
    try (Lrn lrn = backend.lrn(spec)) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> lrn.forward(Tensors.of(1), Tensors.of(1, 2, 3)));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> lrn.backward(Tensors.of(1, 2, 3), Tensors.of(1), Tensors.of(1, 2, 3)));
    }
  }

  @Test
  void refusesNumbersThatMakeNoSense() {
    Shape shape = Shape.of(1, 3);
    assertRefused("the window's size must be odd, but is 2", shape, 2, 1, 1);
    assertRefused("alpha and k must be at least 0, but are -1.0 and 1.0", shape, 3, -1, 1);
    assertRefused("alpha and k must be at least 0, but are 1.0 and NaN", shape, 3, 1, Float.NaN);
    assertRefused("the bottom must be [N x channels x spatial…], but is [3]", Shape.of(3), 3, 1, 1);
  }

  private static void assertRefused(String message, Shape shape, int size, float alpha, float k) {
    assertThatExceptionOfType(InvalidLayerException.class)
        .isThrownBy(() -> new Spec(shape, Region.ACROSS_CHANNELS, size, alpha, 1, k))
        .withMessage(message);
  }
}
