package org.cortado.layers.core.shape;

import java.nio.FloatBuffer;

/**
 * Transposes the last two axes of a {@link CopyPlan} one tile at a time, through arrays that stay
 * in the innermost cache: both buffers are met in runs. For one thread.
 *
 * <p>A tile has rows, runs of the buffer that is read, and columns, runs of the one written.
 */
final class TileTranspose {

  private static final int TILE = 4096;
  private static final int SIDE = 64;

  private final float[] in = new float[TILE];
  private final float[] out = new float[TILE];

  /** Returns the most rows of a tile. */
  static int rows(CopyPlan plan) {
    int rows = plan.size(plan.axes() - 1);
    return Math.min(rows, Math.max(SIDE, TILE / Math.min(SIDE, plan.size(plan.axes() - 2))));
  }

  /** Returns the most columns of a tile. */
  static int columns(CopyPlan plan) {
    return Math.min(plan.size(plan.axes() - 2), TILE / rows(plan));
  }

  /** Copies one tile. */
  void copy(CopyPlan plan, int tile, CopyWalk walk, FloatBuffer from, FloatBuffer to) {
    int last = plan.axes() - 1;
    int rowTiles = (plan.size(last) - 1) / rows(plan) + 1;
    int row = tile % rowTiles * rows(plan);
    int column = tile / rowTiles * columns(plan);
    int rows = Math.min(rows(plan), plan.size(last) - row);
    int columns = Math.min(columns(plan), plan.size(last - 1) - column);
    int fromStep = plan.fromStep(last);
    int toStep = plan.toStep(last - 1);
    load(from, walk.from() + row * fromStep + column, fromStep, rows, columns);
    transpose(rows, columns);
    store(to, walk.to() + column * toStep + row, toStep, rows, columns);
  }

  private void load(FloatBuffer from, int at, int step, int rows, int columns) {
    if (step == columns) {
      from.get(at, in, 0, rows * columns);
      return;
    }
    for (int row = 0; row < rows; row++) {
      from.get(at + row * step, in, row * columns, columns);
    }
  }

  private void transpose(int rows, int columns) {
    int row = 0;
    for (; row + 4 <= rows; row += 4) {
      transposeFour(row, rows, columns);
    }
    for (; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        out[column * rows + row] = in[row * columns + column];
      }
    }
  }

  private void transposeFour(int row, int rows, int columns) {
    int first = row * columns;
    int second = first + columns;
    int third = second + columns;
    int fourth = third + columns;
    for (int column = 0; column < columns; column++) {
      int at = column * rows + row;
      out[at] = in[first + column];
      out[at + 1] = in[second + column];
      out[at + 2] = in[third + column];
      out[at + 3] = in[fourth + column];
    }
  }

  private void store(FloatBuffer to, int at, int step, int rows, int columns) {
    if (step == rows) {
      to.put(at, out, 0, rows * columns);
      return;
    }
    for (int column = 0; column < columns; column++) {
      to.put(at + column * step, out, column * rows, rows);
    }
  }
}
