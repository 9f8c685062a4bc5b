package org.cortado.layers.core.shape;

import java.nio.FloatBuffer;
import java.util.Arrays;
import org.cortado.api.backend.Parallel;
import org.cortado.api.blob.Buffers;
import org.cortado.api.blob.Shape;
import org.cortado.api.blob.Tensor;

/**
 * Puts one tensor in the midst of a bigger one, and a value or copies of it around.
 *
 * <p>Two tables say where all comes from: of each padded row of a plane the row, and of each place
 * in a padded row the place. The gradient is found row by row, from all copies of a row.
 */
final class RowPadding {

  private static final int GRAIN = 16 * 1024;

  private final Parallel parallel;
  private final Parallel.Body pad = this::pad;
  private final Parallel.Body sum = this::sum;
  private double[][] sums = {};
  private float[][] padded = {};
  private float[][] results = {};
  private FloatBuffer inside = Buffers.EMPTY;
  private FloatBuffer whole = Buffers.EMPTY;
  private float filling;
  private int planes;
  private int before;
  private int rowLength;
  private SourceTable rows = SourceTable.ONE;
  private SourceTable places = SourceTable.ONE;

  RowPadding(Parallel parallel) {
    this.parallel = parallel;
  }

  /**
   * Makes the tables.
   *
   * @param first the first axis that is padded
   * @param offsets what is added before, one for each axis
   */
  void reshape(Shape part, Shape top, int first, int[] offsets, PadOptions.Mode mode) {
    int last = part.axes() - 1;
    planes = part.count(0, first);
    rowLength = part.dim(last);
    before = offsets[last];
    rows = SourceTable.ONE;
    for (int axis = first; axis < last; axis++) {
      rows = rows.times(SourceTable.of(part.dim(axis), offsets[axis], top.dim(axis), mode));
    }
    places = SourceTable.of(rowLength, before, top.dim(last), mode);
    sums = new double[parallel.threads()][rowLength];
    padded = new float[parallel.threads()][top.dim(last)];
    results = new float[parallel.threads()][rowLength];
  }

  private int grain() {
    return Math.max(1, GRAIN / Math.max(1, places.targets()));
  }

  /** Overwrites {@code y}, with a value where nothing is copied. */
  void forward(Tensor x, float value, Tensor y) {
    inside = x.read();
    whole = y.write();
    filling = value;
    parallel.forEach(planes * rows.targets(), grain(), pad);
  }

  private void pad(int worker, int from, int to) {
    float[] row = padded[worker];
    for (int unit = from; unit < to; unit++) {
      int source = rows.source(unit % rows.targets());
      if (source < 0) {
        Arrays.fill(row, filling);
      } else {
        int plane = unit / rows.targets();
        inside.get((plane * rows.sources() + source) * rowLength, row, before, rowLength);
        padEnds(row);
      }
      whole.put(unit * row.length, row, 0, row.length);
    }
  }

  private void padEnds(float[] row) {
    for (int i = 0; i < before; i++) {
      row[i] = padding(row, i);
    }
    for (int i = before + rowLength; i < row.length; i++) {
      row[i] = padding(row, i);
    }
  }

  private float padding(float[] row, int place) {
    int source = places.source(place);
    return source < 0 ? filling : row[before + source];
  }

  /** Overwrites {@code dx} with the sums over all copies. */
  void backward(Tensor dy, Tensor dx) {
    whole = dy.read();
    inside = dx.write();
    parallel.forEach(planes * rows.sources(), grain(), sum);
  }

  private void sum(int worker, int from, int to) {
    float[] result = results[worker];
    for (int unit = from; unit < to; unit++) {
      int row = unit % rows.sources();
      int target = unit / rows.sources() * rows.targets();
      int first = rows.firstCopy(row);
      int end = rows.firstCopy(row + 1);
      if (end - first == 1) {
        load(target + rows.copy(first), padded[worker]);
        fold(padded[worker], result);
      } else {
        sumCopies(worker, target, first, end);
      }
      inside.put(unit * rowLength, result, 0, rowLength);
    }
  }

  private void load(int target, float[] row) {
    whole.get(target * row.length, row, 0, row.length);
  }

  /** Most places of a row have one copy. */
  private void fold(float[] row, float[] result) {
    System.arraycopy(row, before, result, 0, rowLength);
    for (int place : places.repeated()) {
      double total = 0;
      for (int copy = places.firstCopy(place); copy < places.firstCopy(place + 1); copy++) {
        total += row[places.copy(copy)];
      }
      result[place] = (float) total;
    }
  }

  private void sumCopies(int worker, int target, int first, int end) {
    float[] row = padded[worker];
    double[] total = sums[worker];
    Arrays.fill(total, 0);
    for (int copy = first; copy < end; copy++) {
      load(target + rows.copy(copy), row);
      for (int i = 0; i < row.length; i++) {
        total[places.source(i)] += row[i];
      }
    }
    for (int i = 0; i < rowLength; i++) {
      results[worker][i] = (float) total[i];
    }
  }
}
