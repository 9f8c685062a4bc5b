package org.cortado.engine.portable;

import java.util.Arrays;

/**
 * One thread's workshop: computes a tile of a product in arrays that stay in the cache.
 *
 * <p>The factors are packed, some steps of the sums at a time, into arrays of rows, so that the
 * {@link Kernel} always finds the same layout. Every element of the result is the sum of its
 * products from the first to the last, however the tiles are cut.
 */
final class Block {

  /** The most rows of a tile. */
  static final int ROWS = 128;

  /** The most columns of a tile. */
  static final int COLUMNS = 4 * Kernel.WIDE;

  private static final int DEPTH = 256;

  private final float[][] left = new float[ROWS][DEPTH];
  private final float[][] right = new float[DEPTH][Kernel.WIDE];
  private final float[][][] sums = new float[COLUMNS / Kernel.WIDE][ROWS][Kernel.WIDE];
  private final float[] line = new float[DEPTH];

  /** Computes a tile of a product and stores it. */
  void multiply(Product product, Tile tile) {
    clear(tile);
    for (int from = product.from(); from < product.to(); from += DEPTH) {
      add(product, tile, from, Math.min(DEPTH, product.to() - from));
    }
    store(product.c(), tile);
  }

  private void clear(Tile tile) {
    for (int panel = 0; panel < tile.panels(); panel++) {
      for (int row = 0; row < roundUp(tile.rows(), Kernel.ROWS); row++) {
        Arrays.fill(sums[panel][row], 0);
      }
    }
  }

  private void add(Product product, Tile tile, int from, int depth) {
    packLeft(product.a(), tile, from, depth);
    for (int panel = 0; panel < tile.panels(); panel++) {
      packRight(product.b(), tile.panelColumn(panel), tile.panelColumns(panel), from, depth);
      if (tile.panelColumns(panel) <= Kernel.NARROW) {
        addNarrow(sums[panel], tile.rows(), depth);
      } else {
        addWide(sums[panel], tile.rows(), depth);
      }
    }
  }

  private void packLeft(Factor a, Tile tile, int from, int depth) {
    if (a.transposed()) {
      for (int step = 0; step < depth; step++) {
        a.rows().copy(from + step, tile.row(), tile.rows(), line);
        spread(left, step, tile.rows());
      }
    } else {
      for (int row = 0; row < tile.rows(); row++) {
        a.rows().copy(tile.row() + row, from, depth, left[row]);
      }
    }
    for (int row = 0; row < tile.rows(); row++) {
      Arrays.fill(left[row], depth, roundUp(depth, Kernel.STEPS), 0);
    }
  }

  private void packRight(Factor b, int column, int columns, int from, int depth) {
    if (b.transposed()) {
      for (int i = 0; i < columns; i++) {
        b.rows().copy(column + i, from, depth, line);
        spread(right, i, depth);
      }
    } else {
      for (int step = 0; step < depth; step++) {
        b.rows().copy(from + step, column, columns, right[step]);
      }
    }
    for (int step = depth; step < roundUp(depth, Kernel.STEPS); step++) {
      Arrays.fill(right[step], 0);
    }
  }

  private void spread(float[][] target, int column, int count) {
    for (int i = 0; i < count; i++) {
      target[i][column] = line[i];
    }
  }

  private void addWide(float[][] c, int rows, int depth) {
    for (int row = 0; row < rows; row += Kernel.ROWS) {
      for (int step = 0; step < depth; step += Kernel.STEPS) {
        Kernel.wide(left, right, c, row, step);
      }
    }
  }

  private void addNarrow(float[][] c, int rows, int depth) {
    for (int row = 0; row < rows; row += Kernel.ROWS) {
      for (int step = 0; step < depth; step += Kernel.STEPS) {
        Kernel.narrow(left, right, c, row, step);
      }
    }
  }

  private void store(Result c, Tile tile) {
    for (int panel = 0; panel < tile.panels(); panel++) {
      for (int row = 0; row < tile.rows(); row++) {
        int columns = tile.panelColumns(panel);
        c.store(tile.row() + row, tile.panelColumn(panel), columns, sums[panel][row]);
      }
    }
  }

  private static int roundUp(int value, int multiple) {
    return (value + multiple - 1) / multiple * multiple;
  }
}
