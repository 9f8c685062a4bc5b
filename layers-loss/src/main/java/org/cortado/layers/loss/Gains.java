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

  /** Takes a matrix whose size is not known yet. */
  void set(float[] values) {
    matrix = values;
  }

  /** Demands that the matrix has a row and a column for each class. */
  void requireClasses(int changed) {
    if (matrix.length != (long) changed * changed) {
      throw new InvalidLayerException(
          "the infogain matrix must have %d x %d numbers, a row for each class, but has %d"
              .formatted(changed, changed, matrix.length));
    }
    classes = changed;
    sums = new double[classes];
    sumRows();
  }

  /** Makes room for a matrix that {@link #read} will bring. */
  void reshape(int changed, int count) {
    if (matrix.length != count) {
      matrix = new float[count];
    }
    requireClasses(changed);
  }

  /** Takes another matrix of the same size. */
  void read(FloatBuffer values) {
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
