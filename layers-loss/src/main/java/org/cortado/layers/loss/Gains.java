package org.cortado.layers.loss;

import java.nio.FloatBuffer;
import java.util.Arrays;
import org.cortado.api.InvalidLayerException;

/**
 * The terms of an infogain loss: {@code −Σ_k H[label, k] ln p_k}, and its gradient with respect to
 * the scores that {@code p} is the softmax of.
 */
final class Gains implements SmoothableTerm {

  private static final double LEAST = 1e-20;

  private float[] matrix = {};
  private double[] sums = {};
  private double[] columnSums = {};
  private double total;
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
    columnSums = columnSums.length == classes ? columnSums : new double[classes];
    values.get(0, matrix);
    sum();
  }

  private void sum() {
    total = 0;
    Arrays.fill(sums, 0);
    Arrays.fill(columnSums, 0);
    for (int i = 0; i < classes; i++) {
      for (int j = 0; j < classes; j++) {
        sums[i] += matrix[i * classes + j];
        columnSums[j] += matrix[i * classes + j];
      }
      total += sums[i];
    }
  }

  @Override
  public double loss(Row p, int label) {
    double sum = 0;
    for (int k = 0; k < classes; k++) {
      sum += loss(matrix[label * classes + k], p.get(k));
    }
    return sum;
  }

  @Override
  public double lossOfAll(Row p) {
    double sum = 0;
    for (int k = 0; k < classes; k++) {
      sum += loss(columnSums[k], p.get(k));
    }
    return sum;
  }

  private static double loss(double gain, double probability) {
    return gain == 0 ? 0 : -gain * Math.log(Math.max(probability, LEAST));
  }

  @Override
  public void gradient(Row p, int label, double factor) {
    for (int k = 0; k < classes; k++) {
      p.set(k, factor * (p.get(k) * sums[label] - matrix[label * classes + k]));
    }
  }

  @Override
  public void addGradientOfAll(Row p, double factor) {
    for (int k = 0; k < classes; k++) {
      p.add(k, factor * (p.get(k) * total - columnSums[k]));
    }
  }
}
