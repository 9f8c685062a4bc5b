package org.cortado.layers.core.normalization;

import java.util.Arrays;

/**
 * What one thread collects for the parameters of single elements.
 *
 * <p>A few units are added as floats, of which vectors are made, before doubles take the sum.
 */
final class ElementGradients {

  private static final int FEW = 8;

  private final Units units;
  private final float[][] recentScale;
  private final float[][] recentShift;
  private final double[] scale;
  private final double[] shift;
  private int begun;

  ElementGradients(Units units) {
    this.units = units;
    recentScale = new float[units.pieces()][Units.LONGEST];
    recentShift = new float[units.pieces()][Units.LONGEST];
    scale = new double[units.run()];
    shift = new double[units.run()];
  }

  /** Adds {@code dy · centred · inverse} of a unit, and {@code dy}. */
  void add(int unit, float[] dy, float[] centred, float inverse, int at) {
    int piece = units.piece(unit);
    int end = at + units.length(unit);
    if (piece == 0 && at == 0 && ++begun > FEW) {
      finish();
    }
    addProducts(dy, centred, inverse, recentScale[piece], at, end);
    add(dy, recentShift[piece], at, end);
  }

  private static void addProducts(
      float[] dy, float[] centred, float inverse, float[] to, int from, int end) {
    for (int i = from; i < end; i++) {
      to[i] += dy[i] * centred[i] * inverse;
    }
  }

  private static void add(float[] dy, float[] to, int from, int end) {
    for (int i = from; i < end; i++) {
      to[i] += dy[i];
    }
  }

  /** Brings all that was added into the sums. */
  void finish() {
    for (int piece = 0; piece < units.pieces(); piece++) {
      move(recentScale[piece], scale, piece);
      move(recentShift[piece], shift, piece);
    }
    begun = 1;
  }

  private void move(float[] recent, double[] sums, int piece) {
    int length = units.length(piece);
    int offset = units.place(piece);
    for (int at = 0; at + length <= Units.LONGEST; at += length) {
      for (int i = 0; i < length; i++) {
        sums[offset + i] += recent[at + i];
      }
    }
    Arrays.fill(recent, 0);
  }

  /** Forgets all. */
  void clear() {
    finish();
    Arrays.fill(scale, 0);
    Arrays.fill(shift, 0);
  }

  /** Returns the sum of {@code dy · centred · inverse} of an element. */
  double scale(int element) {
    return scale[element];
  }

  /** Returns the sum of {@code dy} of an element. */
  double shift(int element) {
    return shift[element];
  }
}
