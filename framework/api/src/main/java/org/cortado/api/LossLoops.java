package org.cortado.api;

/** The loops over the formulas of a loss. */
interface LossLoops {

  /** Returns the sum of the terms. */
  double sum(LossFormulaLayer layer, float[] prediction, float[] target, int length);

  /** Computes the derivatives by the predictions, times a factor. */
  void slopes(
      LossFormulaLayer layer,
      float[] prediction,
      float[] target,
      float factor,
      float[] out,
      int length);

  /** Computes the derivatives by the targets, times a factor. */
  void targetSlopes(
      LossFormulaLayer layer,
      float[] prediction,
      float[] target,
      float factor,
      float[] out,
      int length);
}
