package org.cortado.api.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlockedSumTest {

  private static double sum(int threads, int steps, int elements) {
    double[] values = new Random(1701).doubles(steps).toArray();
    try (WorkerPool pool = new WorkerPool(threads)) {
      BlockedSum sum = new BlockedSum(pool, (worker, from, to) -> sum(values, from, to));
      sum.reshape(steps, elements);
      sum.take();
      return sum.take();
    }
  }

  private static double sum(double[] values, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += values[i];
    }
    return sum;
  }

  @ParameterizedTest
  @CsvSource({"100000, 1", "100001, 7", "4096, 1", "4097, 1", "10, 100000", "3, 1"})
  void givesTheSameBitsOnAnyNumberOfThreads(int steps, int elements) {
    double alone = sum(1, steps, elements);

    assertThat(alone).isCloseTo(steps / 2.0, within(0.3 * steps));
    for (int threads = 2; threads < 6; threads++) {
      assertThat(sum(threads, steps, elements)).isEqualTo(alone);
    }
  }

  @Test
  void sumsNothing() {
    assertThat(sum(2, 0, 0)).isZero();
  }

  @Test
  void takesEveryStepOnce() {
    try (WorkerPool pool = new WorkerPool(3)) {
      BlockedSum count = new BlockedSum(pool, (worker, from, to) -> to - from);
      for (int steps : new int[] {0, 1, 4095, 4096, 4097, 50_000, 7}) {
        count.reshape(steps, 3);
        assertThat(count.take()).isEqualTo(steps);
      }
    }
  }
}
