package org.cortado.layers.loss;

/** A term that also knows what a position loses when every class in turn is taken for its label. */
interface SmoothableTerm extends Term {

  /** Returns the sum of the losses of a position, each class in turn being the label. */
  default double lossOfAll(Row row) {
    double sum = 0;
    for (int i = 0; i < row.classes(); i++) {
      sum += loss(row, i);
    }
    return sum;
  }

  /** Adds to the gradient of each score the derivative of that sum times a factor. */
  void addGradientOfAll(Row row, double factor);
}
