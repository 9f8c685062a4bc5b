package org.cortado.layers.core.normalization;

import java.nio.FloatBuffer;
import org.cortado.api.backend.Parallel;
import org.cortado.api.blob.Buffers;

/**
 * Copies {@code [rows x columns x run]} to {@code [columns x rows x run]}: what belongs to one
 * column lies together then.
 *
 * <p>Goes by tiles, of which neighbours are read and written at once: to jump from line to line of
 * memory for each element takes many times as long.
 */
final class Transposition {

  private static final int ROWS = 64;
  private static final int WIDTH = 64;

  private final Parallel parallel;
  private final int rows;
  private final int columns;
  private final int run;
  private final int tileColumns;
  private final Parallel.Body body = this::copy;
  private final float[][] tiles;
  private final float[][] turned;
  private FloatBuffer from = Buffers.EMPTY;
  private FloatBuffer to = Buffers.EMPTY;

  Transposition(Parallel parallel, int rows, int columns, int run) {
    this.parallel = parallel;
    this.rows = rows;
    this.columns = columns;
    this.run = run;
    tileColumns = Math.max(1, WIDTH / Math.max(1, run));
    tiles = new float[parallel.threads()][ROWS * tileColumns * run];
    turned = new float[parallel.threads()][ROWS * tileColumns * run];
  }

  /** Overwrites {@code destination}, which must not be {@code source}. */
  void run(FloatBuffer source, FloatBuffer destination) {
    from = source;
    to = destination;
    parallel.forEach(columns, tileColumns, body);
  }

  private void copy(int worker, int firstColumn, int endColumn) {
    for (int column = firstColumn; column < endColumn; column += tileColumns) {
      int width = Math.min(tileColumns, endColumn - column);
      for (int row = 0; row < rows; row += ROWS) {
        copy(tiles[worker], turned[worker], row, Math.min(ROWS, rows - row), column, width);
      }
    }
  }

  private void copy(float[] tile, float[] turn, int row, int height, int column, int width) {
    for (int i = 0; i < height; i++) {
      from.get(((row + i) * columns + column) * run, tile, i * width * run, width * run);
    }
    for (int j = 0; j < width; j++) {
      if (run == 1) {
        turn(tile, turn, j, width, height);
      } else {
        turnRuns(tile, turn, j, width, height);
      }
      to.put(((column + j) * rows + row) * run, turn, 0, height * run);
    }
  }

  private static void turn(float[] tile, float[] turn, int column, int width, int height) {
    for (int i = 0; i < height; i++) {
      turn[i] = tile[i * width + column];
    }
  }

  private void turnRuns(float[] tile, float[] turn, int column, int width, int height) {
    for (int i = 0; i < height; i++) {
      System.arraycopy(tile, (i * width + column) * run, turn, i * run, run);
    }
  }
}
