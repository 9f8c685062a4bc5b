package org.cortado.api.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
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

  private static int[] ints(long key, int count) {
    RandomStream random = new RandomStream(key);
    int[] numbers = new int[count];
    int[] burst = new int[RandomStream.BURST];
    for (int at = 0; at < count; at += burst.length) {
      random.intsAt(at, burst, burst.length);
      System.arraycopy(burst, 0, numbers, at, Math.min(burst.length, count - at));
    }
    return numbers;
  }

  @Test
  void fillsAnArrayWithTheSameNumbersPieceByPiece() {
    int[] whole = ints(8, 5000);
    for (int first : new int[] {0, 1, 1023, 1024, 2049}) {
      int[] piece = new int[1001];
      new RandomStream(8).intsAt(first, piece, piece.length);
      assertThat(piece).isEqualTo(Arrays.copyOfRange(whole, first, first + piece.length));
    }
  }

  @Test
  void refusesMoreThanABurst() {
    int[] numbers = new int[RandomStream.BURST + 1];
    assertThatExceptionOfType(IndexOutOfBoundsException.class)
        .isThrownBy(() -> new RandomStream(1).intsAt(0, numbers, numbers.length));
  }

  @Test
  void leavesTheRestOfAnArrayAlone() {
    int[] numbers = {7, 7, 7};
    new RandomStream(8).intsAt(0, numbers, 2);
    assertThat(numbers[2]).isEqualTo(7);
  }

  @Test
  void setsEachBitOfAnArrayHalfOfTheTime() {
    int[] set = new int[Integer.SIZE];
    for (int number : ints(9, DRAWS)) {
      for (int bit = 0; bit < set.length; bit++) {
        set[bit] += number >>> bit & 1;
      }
    }
    for (int times : set) {
      assertThat(times / (double) DRAWS).isCloseTo(0.5, within(0.008));
    }
  }

  @Test
  void mixesAnArrayWellOverNeighboursAndStrides() {
    int[] numbers = ints(10, DRAWS);
    for (int distance = 1; distance <= 1 << 12; distance *= 2) {
      expectUnrelated(
          Arrays.copyOf(numbers, DRAWS / 2),
          Arrays.copyOfRange(numbers, distance, distance + DRAWS / 2));
    }
  }

  @Test
  void fillsArraysUnlikeForNearKeys() {
    for (long distance = 1; distance != 0; distance *= 2) {
      expectUnrelated(ints(11, DRAWS / 2), ints(11 ^ distance, DRAWS / 2));
    }
  }

  /** Every bit of one must agree with that of the other half of the time. */
  private static void expectUnrelated(int[] some, int[] others) {
    int[] unlike = new int[Integer.SIZE];
    for (int i = 0; i < some.length; i++) {
      for (int bit = 0; bit < unlike.length; bit++) {
        unlike[bit] += (some[i] ^ others[i]) >>> bit & 1;
      }
    }
    for (int times : unlike) {
      assertThat(times / (double) some.length).isCloseTo(0.5, within(0.012));
    }
  }
}
