package org.cortado.layers.core.normalization;

import java.nio.FloatBuffer;
import org.cortado.api.backend.Parallel;
import org.cortado.api.blob.Buffers;

/**
 * Copies {@code [rows x columns x run]} to {@code [columns x rows x run]}: what belongs to one
 * column lies together then.
 */
final class Transposition {

  /** What a tile of floats reads and writes fits into the innermost cache. */
  private static final int TILE = 32;

  /** From this length on, a copy of a run at once is faster than one of each element. */
  private static final int LONG_RUN = 8;

  private final Parallel parallel;
  private final int rows;
  private final int columns;
  private final int run;
  private final Parallel.Body body = this::copy;
  private FloatBuffer from = Buffers.EMPTY;
  private FloatBuffer to = Buffers.EMPTY;

  Transposition(Parallel parallel, int rows, int columns, int run) {
    this.parallel = parallel;
    this.rows = rows;
    this.columns = columns;
    this.run = run;
  }

  /** Overwrites {@code destination}, which must not be {@code source}. */
  void run(FloatBuffer source, FloatBuffer destination) {
    from = source;
    to = destination;
    parallel.forEach(columns, TILE, body);
  }

  private void copy(int worker, int firstColumn, int endColumn) {
    for (int column = firstColumn; column < endColumn; column += TILE) {
      for (int row = 0; row < rows; row += TILE) {
        copy(row, Math.min(row + TILE, rows), column, Math.min(column + TILE, endColumn));
      }
    }
  }

  private void copy(int firstRow, int endRow, int firstColumn, int endColumn) {
    for (int column = firstColumn; column < endColumn; column++) {
      for (int row = firstRow; row < endRow; row++) {
        int source = (row * columns + column) * run;
        int destination = (column * rows + row) * run;
        if (run >= LONG_RUN) {
          to.put(destination, from, source, run);
        } else {
          for (int i = 0; i < run; i++) {
            to.put(destination + i, from.get(source + i));
          }
        }
      }
    }
  }
}
