package org.cortado.api.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RandomStreamTest {

  private static final int DRAWS = 100_000;

  /** The published generator's first numbers for the seed 1234567. */
  @Test
  void isSplitMix64() {
    RandomStream random = new RandomStream(1234567);
    assertThat(random.nextLong()).isEqualTo(6457827717110365317L);
    assertThat(random.nextLong()).isEqualTo(3203168211198807973L);
  }

  @Test
  void startsAnewWithTheKeyThatHoldsThen() {
    AtomicLong key = new AtomicLong(1);
    RandomStream random = new RandomStream(key::get);
    long first = random.nextLong();
    key.set(2);
    random.nextLong();
    random.restart();
    assertThat(random.nextLong()).isEqualTo(new RandomStream(2).nextLong()).isNotEqualTo(first);
    key.set(1);
    random.restart();
    assertThat(random.nextLong()).isEqualTo(first);
  }

  @Test
  void findsAnyNumberByItsIndex() {
    RandomStream random = new RandomStream(7);
    RandomStream same = new RandomStream(7);
    for (int i = 0; i < 100; i++) {
      assertThat(same.floatAt(i)).isEqualTo(random.nextFloat());
    }
    random.restart();
    for (int i = 0; i < 100; i++) {
      assertThat(same.longAt(i)).isEqualTo(random.nextLong());
    }
  }

  @Test
  void spreadsItsNumbersEvenly() {
    RandomStream random = new RandomStream(3);
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < DRAWS; i++) {
      float value = random.nextFloat();
      assertThat(value >= 0 && value < 1).isTrue();
      sum += value;
      squares += value * value;
    }
    assertThat(sum / DRAWS).isCloseTo(1 / 2.0, within(0.005));
    assertThat(squares / DRAWS).isCloseTo(1 / 3.0, within(0.005));
  }

  @Test
  void drawsEveryIntBelowTheBoundEquallyOften() {
    RandomStream random = new RandomStream(4);
    int[] seen = new int[7];
    for (int i = 0; i < DRAWS; i++) {
      seen[random.nextInt(7)]++;
    }
    for (int times : seen) {
      assertThat(times / (double) DRAWS).isCloseTo(1 / 7.0, within(0.005));
    }
  }

  @Test
  void drawsIntsOfTheLargestBound() {
    RandomStream random = new RandomStream(5);
    int most = 0;
    for (int i = 0; i < 1000; i++) {
      int value = random.nextInt(Integer.MAX_VALUE);
      assertThat(value).isNotNegative();
      most = Math.max(most, value);
    }
    assertThat(most).isGreaterThan(Integer.MAX_VALUE / 100 * 98);
  }

  @Test
  void refusesABoundBelowOne() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RandomStream(1).nextInt(0))
        .withMessage("bound must be at least 1, but is 0");
  }

  @Test
  void drawsFromTheNormalDistribution() {
    RandomStream random = new RandomStream(6);
    double sum = 0;
    double squares = 0;
    int beyondOne = 0;
    for (int i = 0; i < DRAWS; i++) {
      double value = random.nextGaussian();
      sum += value;
      squares += value * value;
      beyondOne += Math.abs(value) > 1 ? 1 : 0;
    }
    assertThat(sum / DRAWS).isCloseTo(0, within(0.02));
    assertThat(squares / DRAWS).isCloseTo(1, within(0.02));
    assertThat(beyondOne / (double) DRAWS).isCloseTo(0.3173, within(0.01));
  }

  @Test
  void givesUnrelatedStreamsForNearKeys() {
    double product = 0;
    for (int key = 0; key < DRAWS; key++) {
      product +=
          (new RandomStream(key).nextDouble() - 0.5)
              * (new RandomStream(key + 1).nextDouble() - 0.5);
    }
    assertThat(product / DRAWS).isCloseTo(0, within(0.002));
  }
}
