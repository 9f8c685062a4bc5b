package org.cortado.layers.core.shape;

import java.nio.FloatBuffer;
import java.util.Arrays;
import org.cortado.api.backend.Parallel;
import org.cortado.api.blob.Buffers;
import org.cortado.api.blob.Shape;

/**
 * Picks rows of each of several tables by one list of indices: {@code y[t,i] = x[t, index_i]}.
 *
 * <p>The gradient of a row is the sum, in double precision, of those of all its copies. It is found
 * row by row, so that rows that are picked often neither wait for each other nor depend on timing.
 */
final class RowGather {

  private static final int GRAIN = 16 * 1024;
  private static final int CHUNK = 1024;

  private final Parallel parallel;
  private final Parallel.Body gather = this::gather;
  private final Parallel.Body sum = this::sum;
  private final float[] zeros = new float[CHUNK];
  private final double[][] sums;
  private final float[][] summands;
  private FloatBuffer whole = Buffers.EMPTY;
  private FloatBuffer picked = Buffers.EMPTY;
  private int[] indices = {};
  private int count;
  private int tables;
  private int rows;
  private int rowLength;
  private int[] ends = {};
  private int[] places = {};

  RowGather(Parallel parallel) {
    this.parallel = parallel;
    sums = new double[parallel.threads()][CHUNK];
    summands = new float[parallel.threads()][CHUNK];
  }

  /**
   * Says what the rows are: what an axis chooses among.
   *
   * @param most the greatest number of rows that will be picked
   */
  void reshape(Shape shape, int axis, int most) {
    tables = shape.count(0, axis);
    rows = shape.dim(axis);
    rowLength = shape.count(axis + 1);
    ends = new int[rows];
    places = new int[most];
  }

  private int grain() {
    return Math.max(1, GRAIN / Math.max(1, rowLength));
  }

  /** Copies the rows of the first {@code length} indices. */
  void forward(int[] chosen, int length, FloatBuffer x, FloatBuffer y) {
    indices = chosen;
    count = length;
    whole = x;
    picked = y;
    parallel.forEach(tables * count, grain(), gather);
  }

  private void gather(int worker, int from, int to) {
    for (int unit = from; unit < to; unit++) {
      int row = unit / count * rows + indices[unit % count];
      if (rowLength == 1) {
        picked.put(unit, whole.get(row));
      } else {
        picked.put(unit * rowLength, whole, row * rowLength, rowLength);
      }
    }
  }

  /** Overwrites {@code dx} with the gradient of the rows that were last picked. */
  void backward(FloatBuffer dy, FloatBuffer dx) {
    whole = dx;
    picked = dy;
    sortPlaces();
    parallel.forEach(tables * rows, grain(), sum);
  }

  /** Sorts by row, in the order of the indices, where each was copied to. */
  private void sortPlaces() {
    Arrays.fill(ends, 0);
    for (int i = 0; i < count; i++) {
      ends[indices[i]]++;
    }
    int begin = 0;
    for (int row = 0; row < rows; row++) {
      int copies = ends[row];
      ends[row] = begin;
      begin += copies;
    }
    for (int i = 0; i < count; i++) {
      places[ends[indices[i]]++] = i;
    }
  }

  private void sum(int worker, int from, int to) {
    for (int unit = from; unit < to; unit++) {
      int table = unit / rows;
      int row = unit % rows;
      int begin = row == 0 ? 0 : ends[row - 1];
      if (rowLength == 1) {
        whole.put(unit, sumOfElements(table * count, begin, ends[row]));
      } else if (ends[row] - begin == 1) {
        int place = table * count + places[begin];
        whole.put(unit * rowLength, picked, place * rowLength, rowLength);
      } else if (ends[row] == begin) {
        clear(unit * rowLength);
      } else {
        sumRow(worker, unit, begin, ends[row]);
      }
    }
  }

  private void clear(int start) {
    for (int at = 0; at < rowLength; at += CHUNK) {
      whole.put(start + at, zeros, 0, Math.min(CHUNK, rowLength - at));
    }
  }

  private float sumOfElements(int start, int begin, int end) {
    double elements = 0;
    for (int i = begin; i < end; i++) {
      elements += picked.get(start + places[i]);
    }
    return (float) elements;
  }

  private void sumRow(int worker, int unit, int begin, int end) {
    int start = unit / rows * count;
    for (int at = 0; at < rowLength; at += CHUNK) {
      int length = Math.min(CHUNK, rowLength - at);
      Arrays.fill(sums[worker], 0, length, 0);
      for (int i = begin; i < end; i++) {
        add((start + places[i]) * rowLength + at, length, sums[worker], summands[worker]);
      }
      store(sums[worker], summands[worker], unit * rowLength + at, length);
    }
  }

  private void add(int at, int length, double[] into, float[] values) {
    picked.get(at, values, 0, length);
    for (int i = 0; i < length; i++) {
      into[i] += values[i];
    }
  }

  private void store(double[] from, float[] values, int at, int length) {
    for (int i = 0; i < length; i++) {
      values[i] = (float) from[i];
    }
    whole.put(at, values, 0, length);
  }
}
