package org.cortado.layers.activations;

import java.util.Arrays;

/**
 * The greatest of each column of a matrix of {@code rows x columns}.
 *
 * <p>One for each thread. Its loops are of the kind that the compiler vectorises: short, without a
 * branch, and none but the shortest begins at an offset.
 */
final class Greatest {

  private final int rows;
  private final float[] matrix;
  private final float[] greatest;
  private final float[] row;
  private final float[] free;

  Greatest(int rows, int size) {
    this.rows = rows;
    matrix = new float[size];
    greatest = new float[size];
    row = new float[size];
    free = new float[size];
  }

  /** Returns the matrix, row by row. */
  float[] matrix() {
    return matrix;
  }

  /** Returns the greatest of each column of the matrix; NaN if one of them is. */
  float[] ofColumns(int columns) {
    System.arraycopy(matrix, 0, greatest, 0, columns);
    for (int k = 1; k < rows; k++) {
      raise(k * columns, columns);
    }
    return greatest;
  }

  private void raise(int from, int columns) {
    for (int i = 0; i < columns; i++) {
      greatest[i] = Math.max(greatest[i], matrix[from + i]);
    }
  }

  /**
   * Overwrites the matrix with {@code diff} where the greatest of a column stands first, and 0
   * where not; NaN in a column that has one.
   */
  void give(float[] diff, int columns) {
    ofColumns(columns);
    makeFinite(greatest, columns);
    Arrays.fill(free, 0, columns, 1);
    for (int k = 0; k < rows; k++) {
      System.arraycopy(matrix, k * columns, row, 0, columns);
      makeFinite(row, columns);
      compare(columns);
      take(diff, columns);
      System.arraycopy(row, 0, matrix, k * columns, columns);
    }
  }

  /** So that equal infinities have no difference. */
  private static void makeFinite(float[] x, int columns) {
    for (int i = 0; i < columns; i++) {
      x[i] = Math.min(Math.max(x[i], -Float.MAX_VALUE), Float.MAX_VALUE);
    }
  }

  /** Leaves 1 in the row where the greatest stands, else 0. */
  private void compare(int columns) {
    for (int i = 0; i < columns; i++) {
      row[i] = 1 - Signs.above0(greatest[i] - row[i]);
    }
  }

  private void take(float[] diff, int columns) {
    for (int i = 0; i < columns; i++) {
      float taken = free[i] * row[i];
      free[i] -= taken;
      row[i] = taken * diff[i];
    }
  }
}
