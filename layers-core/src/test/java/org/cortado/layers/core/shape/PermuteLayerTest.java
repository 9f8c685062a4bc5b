package org.cortado.layers.core.shape;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Shape;
import org.cortado.testkit.Case;
import org.cortado.testkit.LayerContract;
import org.cortado.testkit.TestLayer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PermuteLayerTest extends LayerContract {

  @Override
  protected Stream<Case> cases() {
    return Stream.of(
        layer("Permute").option("order", "[0, 2, 3, 1]").bottom(2, 3, 2, 2),
        layer("Permute").option("order", "[1, 0]").bottom(3, 5),
        layer("Permute").option("order", "[2, 1, 0]").bottom(2, 3, 5),
        layer("Permute").option("order", "[0, 2, 1]").bottom(2, 1, 3),
        layer("Permute").option("order", "[-1]").bottom(2, 3, 4),
        layer("Permute").bottom(2, 3),
        layer("Permute").bottom(),
        layer("Permute").bottom(1, 1));
  }

  private static Blob counted(int... dims) {
    Shape shape = Shape.of(dims);
    return blob(shape, IntStream.range(0, shape.count()).asDoubleStream().toArray());
  }

  @Test
  void putsChannelsLast() {
    try (TestLayer permute = make("Permute", options("order", "[0, 2, 1]"), counted(1, 2, 3))) {
      permute.forward();
      assertThat(permute.topShape(0)).isEqualTo(Shape.of(1, 3, 2));
      assertThat(permute.top(0)).containsExactly(0f, 3f, 1f, 4f, 2f, 5f);
      permute.backward(0, 1, 2, 3, 4, 5);
      assertThat(permute.bottomDiff(0)).containsExactly(0f, 2f, 4f, 1f, 3f, 5f);
    }
  }

  /** Shapes that need several tiles, tiles cut short, runs shorter and longer than a piece. */
  @ParameterizedTest
  @CsvSource({
    "1 0, 3x5003",
    "1 0, 5003x3",
    "1 0, 70x131",
    "0 2 1, 3x70x70",
    "2 1 0, 5x7x70",
    "2 0 1, 66x2x66",
    "0 2 3 1, 2x3x65x67",
    "0 3 1 2, 2x65x67x3",
    "3 1 0 2, 5x6x7x8",
    "1 0 2, 3x2x17000",
    "1 0 2, 30x20x7",
    "3 2 1 0, 1x9x1x9"
  })
  void isThereAndBackAgain(String order, String sizes) {
    List<Integer> axes = Stream.of(order.split(" ")).map(Integer::valueOf).toList();
    int[] dims = Stream.of(sizes.split("x")).mapToInt(Integer::parseInt).toArray();
    Blob x = counted(dims);
    try (TestLayer permute = make("Permute", options("order", axes.toString()), x)) {
      permute.forward();
      float[] y = permute.top(0);
      assertThat(y).containsExactly(permuted(x, permute.topShape(0), axes));
      permute.tops().get(0).diff().write().put(0, y);
      permute.layer().backward(permute.tops(), new boolean[] {true}, permute.bottoms());
      assertThat(permute.bottomDiff(0)).containsExactly(values(x));
    }
  }

  private static float[] values(Blob blob) {
    float[] values = new float[blob.count()];
    blob.data().read().get(0, values);
    return values;
  }

  /** Computes each element's place from its coordinates, one by one. */
  private static float[] permuted(Blob x, Shape to, List<Integer> order) {
    float[] y = new float[x.count()];
    for (int i = 0; i < y.length; i++) {
      int from = 0;
      for (int axis = 0; axis < to.axes(); axis++) {
        int at = i / to.count(axis + 1) % to.dim(axis);
        from += at * x.shape().count(order.get(axis) + 1);
      }
      y[i] = x.data().read().get(from);
    }
    return y;
  }

  @Test
  void letsTheAxesThatAreNotGivenFollow() {
    try (TestLayer permute = make("Permute", options("order", 2), counted(2, 3, 4))) {
      assertThat(permute.topShape(0)).isEqualTo(Shape.of(4, 2, 3));
    }
  }

  @Test
  void takesAnEmptyBatch() {
    try (TestLayer permute = make("Permute", options("order", "[0, 2, 1]"), counted(0, 2, 3))) {
      permute.forward();
      assertThat(permute.topShape(0)).isEqualTo(Shape.of(0, 3, 2));
      permute.backward();
      assertThat(permute.bottomDiff(0)).isEmpty();
    }
  }

  @Test
  void refusesAxesThatThereAreNotAndOnesGivenTwice() {
    assertThat(refusal("Permute", options("order", "[0, 2]"), counted(2, 3)))
        .isEqualTo("order is 2, but the bottom [2x3] has 2 axes");
    assertThat(refusal("Permute", options("order", "[1, -1]"), counted(2, 3)))
        .isEqualTo("order [1, -1] has an axis of the bottom [2x3] twice");
  }
}
