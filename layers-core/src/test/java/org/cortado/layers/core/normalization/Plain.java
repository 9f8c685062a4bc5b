package org.cortado.layers.core.normalization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.function.IntUnaryOperator;

/** Normalisation written down as it is defined, one element at a time. */
final class Plain {

  private Plain() {}

  /** Returns numbers of the normal distribution around a mean that is large beside 1. */
  static double[] numbers(long seed, int count) {
    Random random = new Random(seed);
    double[] numbers = new double[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = (float) (5 + random.nextGaussian());
    }
    return numbers;
  }

  /** Returns each element less the mean of its set, divided by the set's √(variance + eps). */
  static double[] normalize(double[] x, IntUnaryOperator set, double eps) {
    double[] y = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      double mean = mean(x, set, set.applyAsInt(i));
      y[i] = (x[i] - mean) / Math.sqrt(variance(x, mean, set, set.applyAsInt(i)) + eps);
    }
    return y;
  }

  /** Returns the same where all elements are one set. */
  static double[] ofOneSet(double[] x, double eps) {
    double mean = mean(x, i -> 0, 0);
    double inverse = 1 / Math.sqrt(variance(x, mean, i -> 0, 0) + eps);
    return Arrays.stream(x).map(element -> (element - mean) * inverse).toArray();
  }

  static double mean(double[] x, IntUnaryOperator set, int index) {
    double sum = 0;
    int count = 0;
    for (int i = 0; i < x.length; i++) {
      if (set.applyAsInt(i) == index) {
        sum += x[i];
        count++;
      }
    }
    return sum / count;
  }

  static double variance(double[] x, double mean, IntUnaryOperator set, int index) {
    double sum = 0;
    int count = 0;
    for (int i = 0; i < x.length; i++) {
      if (set.applyAsInt(i) == index) {
        sum += (x[i] - mean) * (x[i] - mean);
        count++;
      }
    }
    return sum / count;
  }

  static void assertClose(float[] actual, double[] expected) {
    assertThat(actual).hasSize(expected.length);
    for (int i = 0; i < expected.length; i++) {
      assertThat((double) actual[i]).as("element %s", i).isCloseTo(expected[i], within(2e-6));
    }
  }
}
