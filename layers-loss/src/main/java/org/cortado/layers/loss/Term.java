package org.cortado.layers.loss;

/** What one position with a label adds to a loss. Called by several threads at once. */
interface Term {

  /** Returns the loss of a position. */
  double loss(Row row, int label);

  /** Sets the gradient of each score of a position: the derivative of the loss times a factor. */
  void gradient(Row row, int label, double factor);
}
