package org.cortado.api.backend;

import java.util.Arrays;
import org.cortado.api.promise.Internal;

/**
 * Sums over pieces of arrays, ending in double precision but at nearly the speed of vectors.
 *
 * <p>Groups of eight elements are added as floats, by a tree, and what they give as doubles: the
 * compiler makes no vectors of a sum that goes from element to element, nor of doubles among
 * floats. One thread's own; a call allocates nothing.
 */
@Internal
public final class ChunkSums {

  /** The length that is summed fastest: two arrays of it fit into the innermost cache. */
  public static final int LENGTH = 2048;

  private static final int HALF = LENGTH / 2;
  private static final int QUARTER = LENGTH / 4;
  private static final int EIGHTH = LENGTH / 8;

  /** From here on it is faster to sum as if there were more elements. */
  private static final int LONG = 640;

  /** Sums of products beyond these may have left the range of floats on the way. */
  private static final double LEAST = 1e-28;

  private static final double GREATEST = 1e37;

  private final float[] lanes = new float[HALF];
  private final float[] paddedX = new float[LENGTH];
  private final float[] paddedY = new float[LENGTH];

  /** Returns the sum of {@code length} elements from {@code at} on. */
  public double sum(float[] x, int at, int length) {
    return sumAbout(0, x, at, length);
  }

  /**
   * Returns the sum of {@code x − pivot} over {@code length} elements from {@code at} on.
   *
   * <p>With one of the elements as the pivot the sum is as good as their spread is small, however
   * large they are.
   */
  public double sumAbout(float pivot, float[] x, int at, int length) {
    if (length < LONG || length > LENGTH) {
      return about(pivot, x, at, at + length);
    }
    halve(padded(x, at, length, pivot, paddedX), pivot);
    return sumOfLanes();
  }

  /** Returns the sum of {@code x · y} over {@code length} elements of both from {@code at} on. */
  public double sumOfProducts(float[] x, float[] y, int at, int length) {
    double sum = fastProducts(x, y, at, length);
    double size = Math.abs(sum);
    return size > LEAST && size < GREATEST ? sum : exactProducts(x, y, at, at + length);
  }

  private double fastProducts(float[] x, float[] y, int at, int length) {
    if (length < LONG || length > LENGTH) {
      return products(x, y, at, at + length);
    }
    float[] first = padded(x, at, length, 0, paddedX);
    halve(first, x == y ? first : padded(y, at, length, 0, paddedY));
    return sumOfLanes();
  }

  private static float[] padded(float[] x, int at, int length, float value, float[] to) {
    if (at == 0 && length == LENGTH) {
      return x;
    }
    System.arraycopy(x, at, to, 0, length);
    Arrays.fill(to, length, LENGTH, value);
    return to;
  }

  /** Distances are constants: with others no vectors come of these loops. */
  private void halve(float[] x, float pivot) {
    float[] sums = lanes;
    for (int i = 0; i < HALF; i++) {
      sums[i] = (x[i] - pivot) + (x[i + HALF] - pivot);
    }
  }

  private void halve(float[] x, float[] y) {
    float[] sums = lanes;
    for (int i = 0; i < HALF; i++) {
      sums[i] = x[i] * y[i] + x[i + HALF] * y[i + HALF];
    }
  }

  private double sumOfLanes() {
    float[] sums = lanes;
    for (int i = 0; i < QUARTER; i++) {
      sums[i] += sums[i + QUARTER];
    }
    for (int i = 0; i < EIGHTH; i++) {
      sums[i] += sums[i + EIGHTH];
    }
    double even = 0;
    double odd = 0;
    for (int i = 0; i < EIGHTH; i += 4) {
      even += (double) sums[i] + sums[i + 1];
      odd += (double) sums[i + 2] + sums[i + 3];
    }
    return even + odd;
  }

  private static double about(float pivot, float[] x, int from, int to) {
    double sum = 0;
    int i = from;
    for (; i + 7 < to; i += 8) {
      float a = (x[i] - pivot) + (x[i + 1] - pivot);
      float b = (x[i + 2] - pivot) + (x[i + 3] - pivot);
      float c = (x[i + 4] - pivot) + (x[i + 5] - pivot);
      float d = (x[i + 6] - pivot) + (x[i + 7] - pivot);
      sum += (a + b) + (c + d);
    }
    for (; i < to; i++) {
      sum += (double) x[i] - pivot;
    }
    return sum;
  }

  private static double products(float[] x, float[] y, int from, int to) {
    double sum = 0;
    int i = from;
    for (; i + 7 < to; i += 8) {
      float a = x[i] * y[i] + x[i + 1] * y[i + 1];
      float b = x[i + 2] * y[i + 2] + x[i + 3] * y[i + 3];
      float c = x[i + 4] * y[i + 4] + x[i + 5] * y[i + 5];
      float d = x[i + 6] * y[i + 6] + x[i + 7] * y[i + 7];
      sum += (a + b) + (c + d);
    }
    for (; i < to; i++) {
      sum += (double) x[i] * y[i];
    }
    return sum;
  }

  private static double exactProducts(float[] x, float[] y, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += (double) x[i] * y[i];
    }
    return sum;
  }
}
