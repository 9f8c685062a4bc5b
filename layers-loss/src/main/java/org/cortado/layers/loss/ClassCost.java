package org.cortado.layers.loss;

/** The terms of a loss that looks at the score of the label's class alone. */
interface ClassCost extends SmoothableTerm {

  /** Returns what a class costs, given its score. */
  double of(double score);

  /** Returns the derivative of the cost. */
  double slope(double score);

  @Override
  default double loss(Row row, int label) {
    return of(row.get(label));
  }

  @Override
  default void gradient(Row row, int label, double factor) {
    for (int i = 0; i < row.classes(); i++) {
      row.set(i, 0);
    }
    row.set(label, factor * slope(row.get(label)));
  }

  @Override
  default void addGradientOfAll(Row row, double factor) {
    for (int i = 0; i < row.classes(); i++) {
      row.add(i, factor * slope(row.get(i)));
    }
  }
}
