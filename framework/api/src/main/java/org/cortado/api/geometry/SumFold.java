package org.cortado.api.geometry;

/** Sums in double precision. */
final class SumFold extends Fold {

  SumFold(int slots) {
    super(slots);
  }

  /** Sums in four lanes: one would wait for itself. */
  @Override
  void all(int slot, float[] x, int from, int to) {
    double a = 0;
    double b = 0;
    double c = 0;
    double d = 0;
    int i = from;
    for (; i < to - 3; i += 4) {
      a += x[i];
      b += x[i + 1];
      c += x[i + 2];
      d += x[i + 3];
    }
    for (; i < to; i++) {
      a += x[i];
    }
    values[slot] += a + b + (c + d);
  }

  @Override
  void each(int slot, float[] x, int from, int to) {
    int offset = slot - from;
    for (int i = from; i < to; i++) {
      values[offset + i] += x[i];
    }
  }

  @Override
  void merge(int slot, double value, int place) {
    values[slot] += value;
  }
}
