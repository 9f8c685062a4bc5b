package org.cortado.engine.portable;

/**
 * A side of a product.
 *
 * @param rows the matrix as it is stored
 * @param transposed whether its transpose is meant
 */
record Factor(Rows rows, boolean transposed) {

  /** Returns a matrix as it is. */
  static Factor of(Rows rows) {
    return new Factor(rows, false);
  }

  /** Returns the transpose of a matrix. */
  static Factor transposed(Rows rows) {
    return new Factor(rows, true);
  }
}
