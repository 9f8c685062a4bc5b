package org.cortado.layers.core.recurrent;

import java.util.Arrays;
import java.util.stream.Stream;

/** The numbers of one stream at one step, on the Java heap, and their gradients. */
final class Row {

  /** What goes into the cell, gate after gate; once activated, what the gates let through. */
  final float[] gates;

  /** The gradient of what goes into the cell. */
  final float[] gateDiffs;

  /** What the cell puts out. */
  final float[] h;

  /** The gradient of that. */
  final float[] hDiff;

  /** What the cell remembers. */
  final float[] c;

  /** The gradient of that, and after backward of {@link #previous}. */
  final float[] cDiff;

  /** What the cell remembered before, 0 if the stream begins here. */
  final float[] previous;

  private Row(int gates, int units) {
    this.gates = new float[gates];
    gateDiffs = new float[gates];
    h = new float[units];
    hDiff = new float[units];
    c = new float[units];
    cDiff = new float[units];
    previous = new float[units];
  }

  /** Makes a row for each thread. */
  static Row[] rows(int threads, int gates, int units) {
    return Stream.generate(() -> new Row(gates, units)).limit(threads).toArray(Row[]::new);
  }

  /** Multiplies by a factor; by 0 whatever there is becomes 0, NaN as well. */
  static void scale(float[] values, float factor) {
    if (factor == 0) {
      Arrays.fill(values, 0);
    } else if (factor != 1) {
      for (int i = 0; i < values.length; i++) {
        values[i] *= factor;
      }
    }
  }

  /** Adds to each value. */
  static void add(float[] values, float[] added) {
    for (int i = 0; i < values.length; i++) {
      values[i] += added[i];
    }
  }
}
