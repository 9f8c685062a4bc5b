package org.cortado.engine.portable;

/** Where a product puts what it computed. */
interface Result {

  /**
   * Takes the columns {@code from} to {@code from + count - 1} of a row.
   *
   * @param values hold them at their head, and may be changed
   */
  void store(int row, int from, int count, float[] values);
}
