package org.cortado.api.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ChunkSumsTest {

  private static final int[][] PIECES = {
    {0, 0}, {0, 1}, {3, 8}, {5, 100}, {0, 640}, {0, 2048}, {1, 2047}
  };

  private final ChunkSums sums = new ChunkSums();

  private static float[] numbers(int seed, double offset) {
    Random random = new Random(seed);
    float[] x = new float[ChunkSums.LENGTH];
    for (int i = 0; i < x.length; i++) {
      x[i] = (float) (offset + random.nextGaussian());
    }
    return x;
  }

  @Test
  void sumsAnyPiece() {
    float[] x = numbers(1, 0);
    for (int[] piece : PIECES) {
      double expected = 0;
      for (int i = piece[0]; i < piece[0] + piece[1]; i++) {
        expected += x[i];
      }
      assertThat(sums.sum(x, piece[0], piece[1])).isCloseTo(expected, within(1e-4));
    }
  }

  @Test
  void sumsProductsOfAnyPiece() {
    float[] x = numbers(2, 0);
    float[] y = numbers(3, 0);
    for (int[] piece : PIECES) {
      double expected = 0;
      for (int i = piece[0]; i < piece[0] + piece[1]; i++) {
        expected += (double) x[i] * y[i];
      }
      assertThat(sums.sumOfProducts(x, y, piece[0], piece[1])).isCloseTo(expected, within(1e-4));
    }
  }

  @Test
  void keepsSmallDifferencesFromALargePivot() {
    float[] x = numbers(4, 1e6);
    for (int[] piece : PIECES) {
      double expected = 0;
      for (int i = piece[0]; i < piece[0] + piece[1]; i++) {
        expected += (double) x[i] - x[piece[0]];
      }
      assertThat(sums.sumAbout(x[piece[0]], x, piece[0], piece[1]))
          .isCloseTo(expected, within(1e-2));
    }
  }

  @Test
  void sumsProductsThatFloatsCanNotHold() {
    for (float extreme : new float[] {1e-30f, 1e30f}) {
      float[] x = new float[ChunkSums.LENGTH];
      Arrays.fill(x, extreme);
      double square = (double) extreme * extreme;
      assertThat(sums.sumOfProducts(x, x, 0, 2048) / square).isCloseTo(2048, within(1e-6));
      assertThat(sums.sumOfProducts(x, x, 0, 9) / square).isCloseTo(9, within(1e-6));
    }
  }

  @Test
  void passesOnWhatIsNoNumber() {
    float[] x = new float[ChunkSums.LENGTH];
    x[2000] = Float.NaN;
    assertThat(sums.sum(x, 0, 2048)).isNaN();
    assertThat(sums.sumOfProducts(x, x, 0, 2048)).isNaN();
    assertThat(sums.sumOfProducts(x, x, 1900, 101)).isNaN();
  }
}
