package org.cortado.api.geometry;

/** Sums in double precision. */
final class SumFold extends Fold {

  SumFold(int slots) {
    super(slots);
  }

  /** Sums in eight lanes: one would wait for itself. */
  @Override
  void all(int slot, float[] x, int from, int to) {
    double a = 0;
    double b = 0;
    double c = 0;
    double d = 0;
    double e = 0;
    double f = 0;
    double g = 0;
    double h = 0;
    int i = from;
    for (; i < to - 7; i += 8) {
      a += x[i];
      b += x[i + 1];
      c += x[i + 2];
      d += x[i + 3];
      e += x[i + 4];
      f += x[i + 5];
      g += x[i + 6];
      h += x[i + 7];
    }
    for (; i < to; i++) {
      a += x[i];
    }
    values[slot] += a + b + (c + d) + (e + f + (g + h));
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
