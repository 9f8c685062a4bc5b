package org.cortado.testkit;

import java.util.stream.DoubleStream;
import org.cortado.api.random.RandomStream;

/** Draws what a bottom of a case holds. */
@FunctionalInterface
public interface Values {

  /** Returns as many values as are asked for. */
  float[] draw(int count, RandomStream random);

  /** Returns values from −2 to 2, every third of them 0: where most layers go wrong. */
  static Values anything() {
    return each((i, random) -> i % 3 == 1 ? 0 : 4 * random.nextFloat() - 2);
  }

  /** Returns values from {@code low} to {@code high}. */
  static Values between(double low, double high) {
    return each((i, random) -> (float) (low + (high - low) * random.nextDouble()));
  }

  /** Returns values from 0.5 to 2.5. */
  static Values positive() {
    return between(0.5, 2.5);
  }

  /** Returns values from 0.5 to 2.5 in size, of both signs. */
  static Values nonZero() {
    return each((i, random) -> (i % 2 == 0 ? 1 : -1) * (0.5f + 2 * random.nextFloat()));
  }

  /** Returns whole numbers from 0 to {@code classes - 1}. */
  static Values labels(int classes) {
    return each((i, random) -> random.nextInt(classes));
  }

  /** Returns shuffled values that are at least 0.1 apart: for layers that compare. */
  static Values distinct() {
    return (count, random) -> {
      float[] values = new float[count];
      for (int i = 0; i < count; i++) {
        int at = random.nextInt(i + 1);
        values[i] = values[at];
        values[at] = 0.1f * (i - count / 2);
      }
      return values;
    };
  }

  /** Returns these values; a case that says so is not tried with other shapes. */
  static Values exactly(double... values) {
    return new Exactly(DoubleStream.of(values).boxed().map(Double::floatValue).toList());
  }

  /** Returns each value for itself. */
  private static Values each(Draw draw) {
    return (count, random) -> {
      float[] values = new float[count];
      for (int i = 0; i < count; i++) {
        values[i] = draw.value(i, random);
      }
      return values;
    };
  }

  /** Draws one value. */
  @FunctionalInterface
  interface Draw {
    /** Returns the value of an index. */
    float value(int index, RandomStream random);
  }
}
