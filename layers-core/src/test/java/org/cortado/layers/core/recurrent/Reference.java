package org.cortado.layers.core.recurrent;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * Recurrent layers in plain loops and in double; gradients by central differences.
 *
 * <p>Inputs are {@code x}, {@code cont}, then as many of the static input and the states as there
 * are; then the parameters.
 */
final class Reference {

  private static final double STEP = 1e-5;

  private final int steps;
  private final int streams;
  private final int units;
  private final boolean withStatic;
  private final boolean exposed;
  private final boolean lstm;

  Reference(boolean lstm, int steps, int streams, int units, boolean withStatic, boolean exposed) {
    this.lstm = lstm;
    this.steps = steps;
    this.streams = streams;
    this.units = units;
    this.withStatic = withStatic;
    this.exposed = exposed;
  }

  /** Returns the tops, one after another. */
  double[] run(List<double[]> inputs) {
    int states = lstm ? 2 : 1;
    int bottoms = 2 + (withStatic ? 1 : 0) + (exposed ? states : 0);
    List<double[]> parameters = inputs.subList(bottoms, inputs.size());
    double[][] state = new double[states][streams * units];
    for (int s = 0; exposed && s < states; s++) {
      state[s] = inputs.get(bottoms - states + s).clone();
    }
    double[] outputs = new double[(steps * streams + (exposed ? states * streams : 0)) * units];
    for (int t = 0; t < steps; t++) {
      for (int n = 0; n < streams; n++) {
        step(t * streams + n, n, inputs, parameters, state, outputs);
      }
    }
    for (int s = 0; exposed && s < states; s++) {
      System.arraycopy(state[s], 0, outputs, (steps + s) * streams * units, streams * units);
    }
    return outputs;
  }

  private void step(
      int at,
      int n,
      List<double[]> inputs,
      List<double[]> parameters,
      double[][] state,
      double[] outputs) {
    double cont = inputs.get(1)[at];
    int w = 0;
    double[] z = times(parameters.get(w++), inputs.get(0), at, steps * streams);
    add(z, parameters.get(w++));
    if (withStatic) {
      add(z, times(parameters.get(w++), inputs.get(2), n, streams));
    }
    double[] before = new double[units];
    for (int i = 0; i < units; i++) {
      before[i] = cont * state[0][n * units + i];
    }
    add(z, times(parameters.get(w++), before, 0, 1));
    for (int i = 0; i < units; i++) {
      cell(z, i, cont, n * units + i, state);
    }
    double[] h = Arrays.copyOfRange(state[0], n * units, (n + 1) * units);
    double[] o = h;
    if (!lstm) {
      o = times(parameters.get(w++), h, 0, 1);
      add(o, parameters.get(w));
      Arrays.setAll(o, tanh(o.clone()));
    }
    System.arraycopy(o, 0, outputs, at * units, units);
  }

  private static IntToDoubleFunction tanh(double[] of) {
    return i -> Math.tanh(of[i]);
  }

  private void cell(double[] z, int i, double cont, int at, double[][] state) {
    if (lstm) {
      double take = sigmoid(z[i]) * Math.tanh(z[3 * units + i]);
      state[1][at] = sigmoid(z[units + i]) * cont * state[1][at] + take;
      state[0][at] = sigmoid(z[2 * units + i]) * Math.tanh(state[1][at]);
    } else {
      state[0][at] = Math.tanh(z[i]);
    }
  }

  private static double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
  }

  /** Multiplies a matrix by a row of another. */
  private static double[] times(double[] matrix, double[] rows, int row, int count) {
    int width = rows.length / count;
    double[] product = new double[matrix.length / width];
    for (int i = 0; i < product.length; i++) {
      for (int k = 0; k < width; k++) {
        product[i] += matrix[i * width + k] * rows[row * width + k];
      }
    }
    return product;
  }

  private static void add(double[] to, double[] more) {
    for (int i = 0; i < to.length; i++) {
      to[i] += more[i];
    }
  }

  /** Returns the gradient of the outputs' weighted sum with respect to one input. */
  double[] gradient(List<double[]> inputs, int input, double[] weights) {
    double[] gradient = new double[inputs.get(input).length];
    for (int i = 0; i < gradient.length; i++) {
      gradient[i] =
          (sum(moved(inputs, input, i, STEP), weights)
                  - sum(moved(inputs, input, i, -STEP), weights))
              / (2 * STEP);
    }
    return gradient;
  }

  private static List<double[]> moved(List<double[]> inputs, int input, int element, double by) {
    List<double[]> moved = new ArrayList<>(inputs);
    moved.set(input, inputs.get(input).clone());
    moved.get(input)[element] += by;
    return moved;
  }

  private double sum(List<double[]> inputs, double[] weights) {
    double[] outputs = run(inputs);
    double sum = 0;
    for (int i = 0; i < outputs.length; i++) {
      sum += weights[i] * outputs[i];
    }
    return sum;
  }
}
