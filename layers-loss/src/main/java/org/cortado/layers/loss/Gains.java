package org.cortado.layers.loss;

import java.nio.FloatBuffer;
import org.cortado.api.InvalidLayerException;

/**
 * The terms of an infogain loss: {@code −Σ_k H[label, k] ln p_k}, and its gradient with respect to
 * the scores that {@code p} is the softmax of.
 */
final class Gains implements Term {

  private static final double LEAST = 1e-20;

  private float[] matrix = {};
  private double[] sums = {};
  private int classes;

  /**
   * Takes the number of classes.
   *
   * @param numbers how many numbers the matrix has
   */
  void reshape(int changed, int numbers) {
    if (numbers != (long) changed * changed) {
      throw new InvalidLayerException(
          "the infogain matrix must have %d x %d numbers, a row for each class, but has %d"
              .formatted(changed, changed, numbers));
    }
    classes = changed;
  }

  /** Takes a matrix. */
  void read(FloatBuffer values) {
    matrix = matrix.length == values.limit() ? matrix : new float[values.limit()];
    sums = sums.length == classes ? sums : new double[classes];
    values.get(0, matrix);
    sumRows();
  }

  private void sumRows() {
    for (int i = 0; i < classes; i++) {
      sums[i] = 0;
      for (int j = 0; j < classes; j++) {
        sums[i] += matrix[i * classes + j];
      }
    }
  }

  @Override
  public double loss(Row p, int label) {
    double sum = 0;
    for (int k = 0; k < classes; k++) {
      float gain = matrix[label * classes + k];
      sum -= gain == 0 ? 0 : gain * Math.log(Math.max(p.get(k), LEAST));
    }
    return sum;
  }

  @Override
  public void gradient(Row p, int label, double factor) {
    for (int k = 0; k < classes; k++) {
      p.set(k, factor * (p.get(k) * sums[label] - matrix[label * classes + k]));
    }
  }
}
