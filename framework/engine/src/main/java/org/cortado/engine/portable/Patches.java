package org.cortado.engine.portable;

import org.cortado.api.window.WindowMatrix;

/**
 * The windows of a batch of images as a factor or a result. Storing a row adds it to the pixels.
 *
 * @param source what the batch is stored in
 * @param matrix what its rows and columns are
 */
record Patches(Source source, WindowMatrix matrix) implements Rows, Result {

  @Override
  public void copy(int row, int from, int count, float[] target) {
    matrix.copy(source.floats(), row, from, count, target);
  }

  @Override
  public void store(int row, int from, int count, float[] values) {
    matrix.add(source.floats(), row, from, count, values);
  }
}
