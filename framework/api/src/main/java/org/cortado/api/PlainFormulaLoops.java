package org.cortado.api;

/** The loops as they are written; {@link Specialized} copies them. */
final class PlainFormulaLoops implements FormulaLoops {

  @Override
  public void forward(FormulaLayer layer, float[] x, float[] y, int length) {
    for (int i = 0; i < length; i++) {
      y[i] = layer.value(x[i]);
    }
  }

  @Override
  public void backward(
      FormulaLayer layer, float[] x, float[] y, float[] dy, float[] dx, int length) {
    for (int i = 0; i < length; i++) {
      dx[i] = layer.derivative(x[i], y[i]) * dy[i];
    }
  }
}
