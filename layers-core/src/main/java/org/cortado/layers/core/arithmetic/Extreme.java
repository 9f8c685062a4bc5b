package org.cortado.layers.core.arithmetic;

import java.util.List;
import java.util.stream.IntStream;

/** The greatest of the bottoms, or the least. */
enum Extreme implements Combination {
  /** The greatest. */
  GREATEST(1),
  /** The least. */
  LEAST(-1);

  private final float sign;

  Extreme(float sign) {
    this.sign = sign;
  }

  @Override
  public void forward(float[][] x, float[] y, int length) {
    System.arraycopy(x[0], 0, y, 0, length);
    for (int bottom = 1; bottom < x.length; bottom++) {
      if (this == GREATEST) {
        raise(y, x[bottom], length);
      } else {
        lower(y, x[bottom], length);
      }
    }
  }

  private static void raise(float[] y, float[] x, int length) {
    for (int i = 0; i < length; i++) {
      y[i] = Math.max(y[i], x[i]);
    }
  }

  private static void lower(float[] y, float[] x, int length) {
    for (int i = 0; i < length; i++) {
      y[i] = Math.min(y[i], x[i]);
    }
  }

  @Override
  public List<Integer> reads(int bottom, int bottoms) {
    return IntStream.range(0, bottoms).boxed().toList();
  }

  /** Lets {@code dy} pass where the bottom beats those before it and equals those after it. */
  @Override
  public void backward(int bottom, float[][] in, float[] dx, int length) {
    int bottoms = in.length - 1;
    System.arraycopy(in[bottoms], 0, dx, 0, length);
    for (int other = 0; other < bottoms; other++) {
      if (other < bottom) {
        clearUnlessBeyond(in[bottom], in[other], dx, length);
      } else if (other > bottom) {
        clearUnlessAtLeast(in[bottom], in[other], dx, length);
      }
    }
  }

  private void clearUnlessBeyond(float[] x, float[] other, float[] dx, int length) {
    for (int i = 0; i < length; i++) {
      dx[i] = sign * x[i] > sign * other[i] ? dx[i] : 0;
    }
  }

  private void clearUnlessAtLeast(float[] x, float[] other, float[] dx, int length) {
    for (int i = 0; i < length; i++) {
      dx[i] = sign * x[i] >= sign * other[i] ? dx[i] : 0;
    }
  }
}
