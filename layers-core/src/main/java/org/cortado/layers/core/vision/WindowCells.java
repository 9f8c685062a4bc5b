package org.cortado.layers.core.vision;

import org.cortado.api.backend.Pooling;
import org.cortado.api.window.WindowAxis;
import org.cortado.api.window.Windows;

/**
 * The cells of each window of a plane, each as likely as it is great; those that are not above 0
 * have no likelihood.
 */
final class WindowCells {

  /** Stands for the cell of a window in which none is above 0. */
  static final int NONE = -1;

  private final Windows windows;
  private final int planes;

  WindowCells(Pooling.Spec spec) {
    windows = new Windows(WindowAxis.of(spec));
    planes = spec.input().count(0, 2);
  }

  int planes() {
    return planes;
  }

  int pixels() {
    return windows.pixels();
  }

  int windows() {
    return windows.positions();
  }

  int inputCount() {
    return planes * pixels();
  }

  int outputCount() {
    return planes * windows();
  }

  private int rows() {
    return windows.rowsOfElements();
  }

  /** Returns the first cell of a row of a window, or where it ends if it has none. */
  private int first(int window, int row) {
    int width = windows.last().out();
    return windows.outside(row, window / width)
        ? 0
        : windows.firstPixel(row, window / width) + windows.last().start(window % width);
  }

  private int end(int window, int row) {
    int width = windows.last().out();
    return windows.outside(row, window / width)
        ? 0
        : windows.firstPixel(row, window / width) + windows.last().end(window % width);
  }

  /** Returns what is drawn by: 0 for what isn't above 0, but NaN for NaN. */
  private static double weight(float pixel) {
    return pixel <= 0 ? 0 : pixel;
  }

  private double sum(float[] pixels, int window) {
    double sum = 0;
    for (int row = 0; row < rows(); row++) {
      int end = end(window, row);
      for (int cell = first(window, row); cell < end; cell++) {
        sum += weight(pixels[cell]);
      }
    }
    return sum;
  }

  /**
   * Returns a cell, each with a probability in proportion to its value; of infinite ones and NaN
   * the first.
   *
   * @param number a random one of {@code [0, 1)}
   */
  int draw(float[] pixels, int window, float number) {
    double sum = sum(pixels, window);
    boolean finite = sum < Double.POSITIVE_INFINITY;
    double rest = number * sum;
    for (int row = 0; row < rows(); row++) {
      int end = end(window, row);
      for (int cell = first(window, row); cell < end; cell++) {
        double weight = weight(pixels[cell]);
        rest -= weight;
        if (finite ? rest < 0 : !(weight < Double.POSITIVE_INFINITY)) {
          return cell;
        }
      }
    }
    return NONE;
  }

  /** Returns the mean of what is drawn, {@code Σx² / Σx}; 0 if no cell is above 0. */
  float expected(float[] pixels, int window) {
    double sum = sum(pixels, window);
    if (!(sum > 0 && sum < Double.POSITIVE_INFINITY)) {
      return (float) sum;
    }
    return (float) (squares(pixels, window) / sum);
  }

  private double squares(float[] pixels, int window) {
    double squares = 0;
    for (int row = 0; row < rows(); row++) {
      int end = end(window, row);
      for (int cell = first(window, row); cell < end; cell++) {
        double weight = weight(pixels[cell]);
        squares += weight * weight;
      }
    }
    return squares;
  }

  /** Adds {@code dy · (2x − y) / Σx} for each cell above 0. */
  void addGradient(float[] pixels, int window, float dy, float[] gradient) {
    double sum = sum(pixels, window);
    double mean = squares(pixels, window) / sum;
    for (int row = 0; row < rows(); row++) {
      int end = end(window, row);
      for (int cell = first(window, row); cell < end; cell++) {
        if (pixels[cell] > 0) {
          gradient[cell] += (float) (dy * (2 * pixels[cell] - mean) / sum);
        }
      }
    }
  }
}
