package org.cortado.onednn;

/**
 * How a number of things is shared among the parts of an operation.
 *
 * @param total how many things
 * @param grain how many belong together
 * @param parts how many parts, none of them empty
 */
record Split(int total, int grain, int parts) {

  /** Returns a split into as many parts as there are lanes, or things. */
  static Split of(int total, int grain, OneDnnEngine engine) {
    int grains = (int) (((long) total + grain - 1) / grain);
    return new Split(total, grain, Math.max(1, Math.min(engine.lanes(), grains)));
  }

  /** Returns everything in one part. */
  static Split whole(int total) {
    return new Split(total, 1, 1);
  }

  /** Returns the first thing of a part; the total for the part after the last. */
  int from(int part) {
    long grains = ((long) total + grain - 1) / grain;
    return (int) Math.min(total, grains * part / parts * grain);
  }

  /** Returns the number of things of a part. */
  int size(int part) {
    return from(part + 1) - from(part);
  }
}
