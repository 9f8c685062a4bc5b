package org.cortado.api.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.cortado.api.backend.Kernels;
import org.cortado.api.backend.WorkerPool;
import org.cortado.api.blob.Shape;
import org.cortado.api.blob.Tensor;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/**
 * Compares the loops with plain ones, over shapes that fall into windows and parts and those not.
 */
class LoopsTest {

  private static final String SEED = "seed {currentRepetition}";

  private final Random random = new Random();

  private Shape output(RepetitionInfo info) {
    random.setSeed(info.getCurrentRepetition());
    int[] most = {4, 12, 60, 3000, 200_000};
    return Plain.shape(random, most[info.getCurrentRepetition() % most.length]);
  }

  @RepeatedTest(value = 60, name = SEED)
  void computesStretchedElements(RepetitionInfo info) {
    Shape output = output(info);
    Tensor a = Plain.random(random, Plain.shrunk(random, output));
    Tensor b = Plain.random(random, Plain.shrunk(random, output));
    Tensor y = Plain.poison(output);
    try (WorkerPool pool = new WorkerPool(1 + info.getCurrentRepetition() % 3)) {
      BroadcastLoop loop = new BroadcastLoop(pool, Kernels::product);
      loop.prepare(List.of(Stretch.of(a.shape(), output), Stretch.of(b.shape(), output)));
      loop.run(List.of(a, b), y);
    }
    assertThat(Plain.values(y)).as("%s %s", a, b).isEqualTo(products(a, b, output));
  }

  @RepeatedTest(value = 20, name = SEED)
  void knowsWhereEachElementComesFrom(RepetitionInfo info) {
    Shape output = output(info);
    Shape small = Plain.shrunk(random, output);
    Stretch stretch = Stretch.of(small, output);
    for (int i = 0; i < output.count(); i++) {
      assertThat(stretch.source(i)).isEqualTo(Plain.source(small, output, i));
    }
  }

  private static float[] products(Tensor a, Tensor b, Shape output) {
    float[] products = new float[output.count()];
    for (int i = 0; i < products.length; i++) {
      products[i] =
          a.read().get(Plain.source(a.shape(), output, i))
              * b.read().get(Plain.source(b.shape(), output, i));
    }
    return products;
  }

  @RepeatedTest(value = 120, name = SEED)
  void sumsBackToTheSmallerShape(RepetitionInfo info) {
    Shape output = output(info);
    Tensor a = Plain.random(random, output);
    Tensor b = Plain.random(random, Plain.shrunk(random, output));
    Shape small = Plain.shrunk(random, output);
    float[] expected = sums(products(a, b, output), small, output);
    Tensor sums = Plain.poison(small);
    Tensor added = Plain.tensor(small, i -> 5);
    try (WorkerPool pool = new WorkerPool(1 + info.getCurrentRepetition() % 3)) {
      SumLoop loop = new SumLoop(pool, Kernels::product);
      loop.prepare(
          Stretch.of(small, output),
          List.of(Stretch.of(output, output), Stretch.of(b.shape(), output)));
      loop.run(List.of(a, b), sums);
      loop.add(List.of(a, b), added);
    }
    assertThat(Plain.values(sums)).as("%s of %s", small, output).isEqualTo(expected);
    for (int i = 0; i < expected.length; i++) {
      expected[i] += 5;
    }
    assertThat(Plain.values(added)).as("%s of %s", small, output).isEqualTo(expected);
  }

  private static float[] sums(float[] x, Shape small, Shape output) {
    float[] sums = new float[small.count()];
    for (int i = 0; i < x.length; i++) {
      sums[Plain.source(small, output, i)] += x[i];
    }
    return sums;
  }

  @RepeatedTest(value = 60, name = SEED)
  void findsTheFirstOfTheGreatest(RepetitionInfo info) {
    Shape output = output(info);
    Tensor x = Plain.random(random, output);
    Shape small = Plain.shrunk(random, output);
    int[] expected = places(Plain.values(x), small, output);
    Tensor greatest = Plain.poison(small);
    try (WorkerPool pool = new WorkerPool(1 + info.getCurrentRepetition() % 3)) {
      MaxLoop loop = new MaxLoop(pool, Kernels::sum);
      loop.prepare(Stretch.of(small, output), List.of(Stretch.of(output, output)));
      loop.run(List.of(x), greatest);
      for (int i = 0; i < expected.length; i++) {
        assertThat(loop.place(i)).as("%s of %s", small, output).isEqualTo(expected[i]);
        float value = expected[i] < 0 ? 0 : x.read().get(expected[i]);
        assertThat(greatest.read().get(i)).isEqualTo(value);
      }
    }
  }

  private static int[] places(float[] x, Shape small, Shape output) {
    int[] places = new int[small.count()];
    Arrays.fill(places, -1);
    for (int i = 0; i < x.length; i++) {
      int result = Plain.source(small, output, i);
      if (places[result] < 0 || x[i] > x[places[result]]) {
        places[result] = i;
      }
    }
    return places;
  }

  @Test
  void takesNaNForTheGreatest() {
    Shape shape = Shape.of(2, 3);
    float[] x = {Float.NEGATIVE_INFINITY, 5, 7, Float.NaN, Float.POSITIVE_INFINITY, Float.NaN};
    for (int axis = 0; axis < 2; axis++) {
      Reduction reduction = Reduction.of(shape, List.of(axis));
      Tensor greatest = Plain.poison(reduction.output(false));
      try (WorkerPool pool = new WorkerPool(1)) {
        MaxLoop loop = new MaxLoop(pool, Kernels::sum);
        loop.prepare(reduction.stretch(), List.of(Stretch.of(shape, shape)));
        loop.run(List.of(Plain.tensor(shape, i -> x[i])), greatest);
        assertThat(loop.place(0)).isEqualTo(axis == 0 ? 3 : 2);
        assertThat(loop.place(1)).isEqualTo(axis == 0 ? 4 : 3);
      }
    }
  }

  @Test
  void findsTheLeastNumberThereIs() {
    Tensor x = Plain.tensor(Shape.of(3), i -> Double.NEGATIVE_INFINITY);
    Tensor greatest = Plain.poison(Shape.of());
    try (WorkerPool pool = new WorkerPool(1)) {
      MaxLoop loop = new MaxLoop(pool, Kernels::sum);
      loop.prepare(Stretch.of(Shape.of(), x.shape()), List.of(Stretch.of(x.shape(), x.shape())));
      loop.run(List.of(x), greatest);
      assertThat(Plain.values(greatest)).containsExactly(Float.NEGATIVE_INFINITY);
      assertThat(loop.place(0)).isZero();
    }
  }

  /** The numbers differ so much in size that every other order of adding them would show. */
  @Test
  void sumsTheSameOnAnyNumberOfThreads() {
    Shape shape = Shape.of(100, 3, 999);
    Random numbers = new Random(1);
    Tensor x = Plain.tensor(shape, i -> numbers.nextGaussian() * Math.pow(10, i % 30));
    for (Shape small : List.of(Shape.of(), Shape.of(3, 1), Shape.of(100, 1, 1), Shape.of(999))) {
      assertThat(sum(x, small, 1)).isEqualTo(sum(x, small, 2)).isEqualTo(sum(x, small, 5));
    }
  }

  private static float[] sum(Tensor x, Shape small, int threads) {
    Tensor sums = Plain.poison(small);
    try (WorkerPool pool = new WorkerPool(threads)) {
      SumLoop loop = new SumLoop(pool, Kernels::sum);
      loop.prepare(Stretch.of(small, x.shape()), List.of(Stretch.of(x.shape(), x.shape())));
      loop.run(List.of(x), sums);
    }
    return Plain.values(sums);
  }

  @Test
  void finishesItsSums() {
    Tensor x = Plain.tensor(Shape.of(4), i -> i);
    Tensor root = Plain.poison(Shape.of());
    Tensor roots = Plain.poison(Shape.of(4));
    try (WorkerPool pool = new WorkerPool(1)) {
      SumLoop loop = new SumLoop(pool, Kernels::product, Math::sqrt);
      Stretch whole = Stretch.of(x.shape(), x.shape());
      loop.prepare(Stretch.of(Shape.of(), x.shape()), List.of(whole, whole));
      loop.run(List.of(x, x), root);
      loop.prepare(whole, List.of(whole, whole));
      loop.run(List.of(x, x), roots);
    }
    assertThat(Plain.values(root)).containsExactly((float) Math.sqrt(14));
    assertThat(Plain.values(roots)).containsExactly(0, 1, 2, 3);
  }

  @Test
  void refusesOtherCounts() {
    Tensor three = Plain.tensor(Shape.of(3), i -> i);
    Tensor two = Plain.tensor(Shape.of(2), i -> i);
    try (WorkerPool pool = new WorkerPool(1)) {
      BroadcastLoop loop = new BroadcastLoop(pool, Kernels::sum);
      loop.prepare(Broadcast.of(List.of(Shape.of(3), Shape.of())).stretches());
      assertThatIllegalArgumentException()
          .isThrownBy(() -> loop.run(List.of(three), three))
          .withMessage("1 tensors, but the loop was prepared for 2");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> loop.run(List.of(three, two), three))
          .withMessage("[2] has not the count of []");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> loop.run(List.of(three, two), two))
          .withMessage("[2] has not the count of [3]");
    }
  }
}
