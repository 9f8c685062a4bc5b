package org.cortado.api;

/** The loops as they are written; {@link Specialized} copies them. */
final class PlainLossLoops implements LossLoops {

  @Override
  public double sum(LossFormulaLayer layer, float[] prediction, float[] target, int length) {
    double sum = 0;
    for (int i = 0; i < length; i++) {
      sum += layer.term(prediction[i], target[i]);
    }
    return sum;
  }

  @Override
  public void slopes(
      LossFormulaLayer layer,
      float[] prediction,
      float[] target,
      float factor,
      float[] out,
      int length) {
    for (int i = 0; i < length; i++) {
      out[i] = factor * layer.slope(prediction[i], target[i]);
    }
  }

  @Override
  public void targetSlopes(
      LossFormulaLayer layer,
      float[] prediction,
      float[] target,
      float factor,
      float[] out,
      int length) {
    for (int i = 0; i < length; i++) {
      out[i] = factor * layer.targetSlope(prediction[i], target[i]);
    }
  }
}
