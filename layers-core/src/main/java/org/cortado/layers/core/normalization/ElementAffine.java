package org.cortado.layers.core.normalization;

import java.nio.FloatBuffer;
import java.util.Arrays;
import org.cortado.api.backend.Parallel;
import org.cortado.api.blob.Blob;

/** A factor and a summand for each element of a run, the same in all runs. */
final class ElementAffine implements Affine {

  private final Units units;
  private final Blob gamma;
  private final Blob beta;
  private final float[] scales;
  private final float[] shifts;
  private final double[][] scaleGradients;
  private final double[][] shiftGradients;

  ElementAffine(Parallel parallel, Units units, Blob gamma, Blob beta) {
    this.units = units;
    this.gamma = gamma;
    this.beta = beta;
    scales = new float[units.run()];
    shifts = new float[units.run()];
    scaleGradients = new double[parallel.threads()][units.run()];
    shiftGradients = new double[parallel.threads()][units.run()];
  }

  @Override
  public void open() {
    gamma.data().read().get(0, scales);
    beta.data().read().get(0, shifts);
  }

  @Override
  public void apply(int unit, float[] y) {
    int place = units.place(unit);
    int length = units.length(unit);
    for (int i = 0; i < length; i++) {
      y[i] = y[i] * scales[place + i] + shifts[place + i];
    }
  }

  @Override
  public void weigh(int unit, float[] dy) {
    int place = units.place(unit);
    int length = units.length(unit);
    for (int i = 0; i < length; i++) {
      dy[i] *= scales[place + i];
    }
  }

  @Override
  public void collect(int worker, int unit, float[] dy, float[] x, double mean, double inverse) {
    double[] scale = scaleGradients[worker];
    double[] shift = shiftGradients[worker];
    int place = units.place(unit);
    int length = units.length(unit);
    for (int i = 0; i < length; i++) {
      scale[place + i] += dy[i] * ((x[i] - mean) * inverse);
      shift[place + i] += dy[i];
    }
  }

  @Override
  public boolean learns() {
    return true;
  }

  @Override
  public void clear() {
    for (int worker = 0; worker < scaleGradients.length; worker++) {
      Arrays.fill(scaleGradients[worker], 0);
      Arrays.fill(shiftGradients[worker], 0);
    }
  }

  @Override
  public void addGradients(BackwardSums sums) {
    add(scaleGradients, gamma.diff().update());
    add(shiftGradients, beta.diff().update());
  }

  private static void add(double[][] ofWorkers, FloatBuffer diff) {
    for (int i = 0; i < diff.limit(); i++) {
      double sum = 0;
      for (double[] gradients : ofWorkers) {
        sum += gradients[i];
      }
      diff.put(i, (float) (diff.get(i) + sum));
    }
  }
}
