package org.cortado.engine.portable;

/**
 * A part of a result that is computed at once.
 *
 * @param row its first row
 * @param rows how many rows, at most {@link Block#ROWS}
 * @param column its first column
 * @param columns how many columns, at most {@link Block#COLUMNS}
 */
record Tile(int row, int rows, int column, int columns) {

  /** Returns how many panels the columns fall into. */
  int panels() {
    return (columns + Kernel.WIDE - 1) / Kernel.WIDE;
  }

  /** Returns the first column of a panel. */
  int panelColumn(int panel) {
    return column + panel * Kernel.WIDE;
  }

  /** Returns how many columns a panel has. */
  int panelColumns(int panel) {
    return Math.min(Kernel.WIDE, columns - panel * Kernel.WIDE);
  }
}
