package org.cortado.api.geometry;

/** Finds the first of the greatest; NaN counts as greater than all. */
final class MaxFold extends Fold {

  private int start;

  MaxFold(int slots) {
    super(slots);
  }

  @Override
  void locate(int at) {
    start = at;
  }

  @Override
  void all(int slot, float[] x, int from, int to) {
    int place = from;
    float best = x[from];
    for (int i = from + 1; i < to; i++) {
      if (!(x[i] <= best) && !Float.isNaN(best)) {
        place = i;
        best = x[i];
      }
    }
    merge(slot, best, start + place);
  }

  /** Within a run over the elements places only rise, so that equal ones change nothing. */
  @Override
  void each(int slot, float[] x, int from, int to) {
    int offset = slot - from;
    for (int i = from; i < to; i++) {
      double best = values[offset + i];
      if (places[offset + i] < 0 || (!(x[i] <= best) && !Double.isNaN(best))) {
        values[offset + i] = x[i];
        places[offset + i] = start + i;
      }
    }
  }

  @Override
  void merge(int slot, double value, int place) {
    if (place >= 0 && (places[slot] < 0 || beats(value, place, slot))) {
      values[slot] = value;
      places[slot] = place;
    }
  }

  private boolean beats(double value, int place, int slot) {
    int order = compare(value, values[slot]);
    return order > 0 || (order == 0 && place < places[slot]);
  }

  /** As {@link Double#compare}, but for zeros, which are equal whatever their sign. */
  private static int compare(double a, double b) {
    return a == b ? 0 : Double.compare(a, b);
  }
}
