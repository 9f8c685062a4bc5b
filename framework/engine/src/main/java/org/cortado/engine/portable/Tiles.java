package org.cortado.engine.portable;

import java.util.ArrayList;
import java.util.List;

/** Cuts results into the pieces of work that threads share. */
final class Tiles {

  /** Enough for the threads of a small machine to end at about the same time. */
  private static final int ENOUGH = 16;

  private static final int FEW_ROWS = 32;

  private Tiles() {}

  /** Returns pieces of one tile each, smaller ones where there would be few. */
  static List<List<Tile>> of(int rows, int columns) {
    if (pieces(rows, Block.ROWS) * pieces(columns, Block.COLUMNS) >= ENOUGH) {
      return of(rows, Block.ROWS, columns, Block.COLUMNS);
    }
    if (pieces(rows, Block.ROWS) * pieces(columns, Kernel.WIDE) >= ENOUGH) {
      return of(rows, Block.ROWS, columns, Kernel.WIDE);
    }
    return of(rows, FEW_ROWS, columns, Kernel.WIDE);
  }

  /**
   * Returns pieces that begin at multiples of the steps, each of the tiles that it takes.
   *
   * @param rowStep how many rows must not be shared between threads
   * @param columnStep how many columns must not be shared between threads
   */
  static List<List<Tile>> of(int rows, int rowStep, int columns, int columnStep) {
    List<List<Tile>> pieces = new ArrayList<>();
    for (int row = 0; row < rows; row += rowStep) {
      for (int column = 0; column < columns; column += columnStep) {
        int height = Math.min(rowStep, rows - row);
        int width = Math.min(columnStep, columns - column);
        pieces.add(cut(new Tile(row, height, column, width)));
      }
    }
    return List.copyOf(pieces);
  }

  private static List<Tile> cut(Tile piece) {
    List<Tile> tiles = new ArrayList<>();
    for (int row = 0; row < piece.rows(); row += Block.ROWS) {
      for (int column = 0; column < piece.columns(); column += Block.COLUMNS) {
        int rows = Math.min(Block.ROWS, piece.rows() - row);
        int columns = Math.min(Block.COLUMNS, piece.columns() - column);
        tiles.add(new Tile(piece.row() + row, rows, piece.column() + column, columns));
      }
    }
    return List.copyOf(tiles);
  }

  private static long pieces(int size, int step) {
    return ((long) size + step - 1) / step;
  }
}
