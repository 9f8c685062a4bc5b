package org.cortado.api;

/** The loops over the formulas of a layer. */
interface FormulaLoops {

  /** Computes {@code y[i]} of {@code x[i]}. */
  void forward(FormulaLayer layer, float[] x, float[] y, int length);

  /** Computes {@code dx[i]} of {@code x[i]}, {@code y[i]} and {@code dy[i]}. */
  void backward(FormulaLayer layer, float[] x, float[] y, float[] dy, float[] dx, int length);
}
