package org.cortado.engine.portable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.cortado.api.backend.Pooling;
import org.cortado.api.backend.Pooling.Method;
import org.cortado.api.backend.Pooling.Rounding;
import org.cortado.api.backend.Pooling.Spec;
import org.cortado.api.blob.Shape;
import org.cortado.api.blob.Tensor;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PortablePoolingTest {

  @AutoClose private final PortableBackend backend = new PortableBackend(2);

  @ParameterizedTest
  @EnumSource(Method.class)
  void agreesWithAPlainLoop(Method method) {
    for (int seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      agreesWithAPlainLoop(spec(method, random), random, seed);
    }
  }

  /** Draws a pooling over one to three axes whose windows may be larger than the image. */
  private static Spec spec(Method method, Random random) {
    List<Integer> dims = new ArrayList<>(List.of(random.nextInt(4), 1 + random.nextInt(4)));
    List<Integer> kernel = new ArrayList<>();
    List<Integer> stride = new ArrayList<>();
    List<Integer> pad = new ArrayList<>();
    int axes = 1 + random.nextInt(3);
    for (int axis = 0; axis < axes; axis++) {
      kernel.add(1 + random.nextInt(4));
      stride.add(1 + random.nextInt(5));
      pad.add(random.nextInt(kernel.get(axis)));
      dims.add(Math.max(1, kernel.get(axis) - 2 * pad.get(axis)) + random.nextInt(8));
    }
    Rounding rounding = random.nextBoolean() ? Rounding.CEIL : Rounding.FLOOR;
    return new Spec(Shape.of(dims), method, kernel, stride, pad, rounding);
  }

  /** Few different numbers, so that equal maxima abound. */
  private void agreesWithAPlainLoop(Spec spec, Random random, int seed) {
    Tensor x = Tensors.whole(random, spec.input().count());
    Tensor dy = Tensors.whole(random, spec.output().count());
    Tensor y = Tensors.unwritten(spec.output().count());
    Tensor dx = Tensors.unwritten(spec.input().count());
    run(spec, x, y, dy, dx);
    PlainPooling plain = new PlainPooling(spec);
    float[] in = Tensors.values(x);
    assertThat(Tensors.values(y)).as("y, seed %d, %s", seed, spec).isEqualTo(plain.forward(in));
    assertThat(Tensors.values(dx))
        .as("dx, seed %d, %s", seed, spec)
        .usingComparatorWithPrecision(1e-5f)
        .containsExactly(plain.backward(in, Tensors.values(dy)));
  }

  private void run(Spec spec, Tensor x, Tensor y, Tensor dy, Tensor dx) {
    try (Pooling pooling = backend.pooling(spec)) {
      pooling.forward(x, y);
      pooling.backward(dy, dx);
    }
  }

  private static Spec line(Method method, int in, int kernel, int stride, int pad) {
    return new Spec(
        Shape.of(1, 1, in), method, List.of(kernel), List.of(stride), List.of(pad), Rounding.CEIL);
  }

  @Test
  void givesTheGradientToTheFirstOfEqualMaxima() {
    Tensor dx = Tensors.unwritten(4);
    run(line(Method.MAX, 4, 4, 1, 0), Tensors.of(1, 3, 3, 2), Tensors.of(0), Tensors.of(7), dx);
    assertThat(Tensors.values(dx)).containsExactly(0, 7, 0, 0);
  }

  @Test
  void sumsTheGradientsOfWindowsThatShareAMaximum() {
    Tensor dx = Tensors.unwritten(3);
    Tensor y = Tensors.unwritten(2);
    run(line(Method.MAX, 3, 2, 1, 0), Tensors.of(1, 5, 2), y, Tensors.of(10, 1), dx);
    assertThat(Tensors.values(y)).containsExactly(5, 5);
    assertThat(Tensors.values(dx)).containsExactly(0, 11, 0);
  }

  @Test
  void takesNaNForTheGreatest() {
    Tensor x = Tensors.of(Float.POSITIVE_INFINITY, Float.NaN, 1, Float.NaN, 2, 3);
    Tensor y = Tensors.unwritten(3);
    Tensor dx = Tensors.unwritten(6);
    run(line(Method.MAX, 6, 2, 2, 0), x, y, Tensors.of(1, 2, 3), dx);
    assertThat(Tensors.values(y)).containsExactly(Float.NaN, Float.NaN, 3);
    assertThat(Tensors.values(dx)).containsExactly(0, 1, 0, 2, 0, 3);
  }

  @Test
  void findsTheGreatestOfInfinitelySmallNumbers() {
    Tensor x = Tensors.of(Float.NEGATIVE_INFINITY, Float.NEGATIVE_INFINITY);
    Tensor y = Tensors.unwritten(1);
    Tensor dx = Tensors.unwritten(2);
    run(line(Method.MAX, 2, 2, 1, 0), x, y, Tensors.of(5), dx);
    assertThat(Tensors.values(y)).containsExactly(Float.NEGATIVE_INFINITY);
    assertThat(Tensors.values(dx)).containsExactly(5, 0);
  }

  /** Three windows of [0 1 | 2 3 | 4 .]: padding counts, what lies behind it does not. */
  @Test
  void dividesByTheCellsInTheImageAndItsPadding() {
    Tensor y = Tensors.unwritten(3);
    Tensor dx = Tensors.unwritten(4);
    Tensor x = Tensors.of(2, 4, 6, 8);
    run(line(Method.AVE, 4, 2, 2, 1), x, y, Tensors.of(2, 4, 6), dx);
    assertThat(Tensors.values(y)).containsExactly(1, 5, 4);
    assertThat(Tensors.values(dx)).containsExactly(1, 2, 2, 3);
    Tensor last = Tensors.unwritten(2);
    run(
        line(Method.AVE, 3, 2, 2, 0),
        Tensors.of(1, 3, 5),
        last,
        Tensors.of(0, 0),
        Tensors.of(0, 0, 0));
    assertThat(Tensors.values(last)).containsExactly(2, 5);
  }

  @Test
  void poolsMoreElementsThanOneThreadTakes() {
    Random random = new Random(5);
    for (Method method : Method.values()) {
      Spec spec =
          new Spec(
              Shape.of(3, 5, 40, 41),
              method,
              List.of(3, 3),
              List.of(2, 2),
              List.of(1, 0),
              Rounding.CEIL);
      agreesWithAPlainLoop(spec, random, 5);
    }
  }

  @ParameterizedTest
  @EnumSource(Method.class)
  void refusesWrongCounts(Method method) {
    try (Pooling pooling = backend.pooling(line(method, 4, 2, 2, 0))) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> pooling.forward(Tensors.of(1), Tensors.of(1, 2)))
          .withMessage("x must have 4 elements, but is [1]");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> pooling.backward(Tensors.of(1, 2), Tensors.of(1)))
          .withMessage("dx must have 4 elements, but is [1]");
    }
  }

  /** A window's padding is as small as they are, and yet must get no gradient. */
  @Test
  void givesTheGradientOfMinusInfinitiesToTheFirstInTheImage() {
    Spec spec =
        new Spec(
            Shape.of(1, 1, 2, 2),
            Method.MAX,
            List.of(3, 3),
            List.of(3, 3),
            List.of(1, 1),
            Rounding.CEIL);
    Tensor x = Tensors.unwritten(4);
    Tensor dy = Tensors.unwritten(1);
    Tensor dx = Tensors.unwritten(4);
    for (int i = 0; i < 4; i++) {
      x.update().put(i, Float.NEGATIVE_INFINITY);
    }
    dy.update().put(0, 3);
    run(spec, x, Tensors.unwritten(1), dy, dx);
    assertThat(Tensors.values(dx)).containsExactly(3, 0, 0, 0);
  }

  @ParameterizedTest
  @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY})
  void givesTheGradientToTheFirstNaNOrInfinity(float odd) {
    Spec spec =
        new Spec(
            Shape.of(1, 1, 2, 3),
            Method.MAX,
            List.of(2, 3),
            List.of(2, 3),
            List.of(0, 0),
            Rounding.CEIL);
    Tensor x = Tensors.whole(new Random(1), 6);
    x.update().put(2, odd).put(4, odd);
    Tensor y = Tensors.unwritten(1);
    Tensor dy = Tensors.unwritten(1);
    Tensor dx = Tensors.unwritten(6);
    dy.update().put(0, 3);
    run(spec, x, y, dy, dx);
    assertThat(Tensors.values(y)).containsExactly(odd);
    assertThat(Tensors.values(dx)).containsExactly(0, 0, 3, 0, 0, 0);
  }
}
