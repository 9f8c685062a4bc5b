package org.cortado.engine.portable;

import java.nio.FloatBuffer;

/**
 * A matrix stored row by row.
 *
 * @param source what it is stored in
 * @param offset where its first element is
 * @param width the length of a row
 */
record DenseMatrix(Source source, int offset, int width) implements Rows, Result {

  @Override
  public void copy(int row, int from, int count, float[] target) {
    source.floats().get(index(row, from), target, 0, count);
  }

  @Override
  public void store(int row, int from, int count, float[] values) {
    source.floats().put(index(row, from), values, 0, count);
  }

  /** Returns a result that adds to this matrix instead of overwriting it. */
  Result adding() {
    return (row, from, count, values) -> {
      add(source, index(row, from), count, values);
      store(row, from, count, values);
    };
  }

  /** Returns a result that adds to each column the number that the bias has for it. */
  Result plus(Source bias) {
    return (row, from, count, values) -> {
      add(bias, from, count, values);
      store(row, from, count, values);
    };
  }

  private static void add(Source summands, int at, int count, float[] values) {
    FloatBuffer floats = summands.floats();
    for (int i = 0; i < count; i++) {
      values[i] += floats.get(at + i);
    }
  }

  private int index(int row, int column) {
    return offset + row * width + column;
  }
}
