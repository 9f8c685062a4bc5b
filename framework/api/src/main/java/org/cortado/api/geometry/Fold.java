package org.cortado.api.geometry;

import java.util.Arrays;

/** Some results of a reduction, each growing with every element that is brought to it. */
abstract class Fold {

  /** The results so far. */
  final double[] values;

  /** Where each result came from; of interest where it is one of the elements. */
  final int[] places;

  /** Makes one for so many results. */
  Fold(int slots) {
    values = new double[slots];
    places = new int[slots];
  }

  /** Begins anew. */
  final void clear() {
    Arrays.fill(values, 0);
    Arrays.fill(places, -1);
  }

  /** Brings the elements {@code x[from]} to {@code x[to - 1]} to one result. */
  abstract void all(int slot, float[] x, int from, int to);

  /** Brings each of these elements to a result of its own, side by side. */
  abstract void each(int slot, float[] x, int from, int to);

  /** Brings a result of elsewhere to the same one here. */
  abstract void merge(int slot, double value, int place);

  /** Says where in the whole the elements of {@code x} begin. */
  void locate(int at) {}
}
