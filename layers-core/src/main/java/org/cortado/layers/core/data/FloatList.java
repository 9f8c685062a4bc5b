package org.cortado.layers.core.data;

import java.util.Arrays;

/** Floats of which it isn't known beforehand how many there are. */
final class FloatList {

  private float[] values = new float[1024];
  private int size;

  /** Adds one behind the last. */
  void add(float value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, Math.multiplyExact(2, size));
    }
    values[size++] = value;
  }

  int size() {
    return size;
  }

  /** Copies some of them. */
  void copy(int from, float[] to, int at, int length) {
    System.arraycopy(values, from, to, at, length);
  }
}
