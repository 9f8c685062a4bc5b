package org.cortado.layers.core.shape;

import java.nio.FloatBuffer;
import java.util.Arrays;
import org.cortado.api.backend.Parallel;
import org.cortado.api.blob.Buffers;
import org.cortado.api.blob.Shape;
import org.cortado.api.blob.Tensor;

/**
 * Repeats what is near the border beyond it.
 *
 * <p>Two tables say where all comes from: of each padded row of a plane the row, and of each place
 * in a padded row the place. The gradient is found row by row of the bottom, from all its copies.
 */
final class EdgePadding {

  private static final int GRAIN = 16 * 1024;

  private final Parallel parallel;
  private final Parallel.Body pad = this::pad;
  private final Parallel.Body sum = this::sum;
  private double[][] sums = {};
  private float[][] padded = {};
  private FloatBuffer inside = Buffers.EMPTY;
  private FloatBuffer whole = Buffers.EMPTY;
  private int planes;
  private int before;
  private int rowLength;
  private SourceTable rows = SourceTable.NONE;
  private SourceTable places = SourceTable.NONE;

  EdgePadding(Parallel parallel) {
    this.parallel = parallel;
  }

  /**
   * Makes the tables.
   *
   * @param first the first axis that is padded
   * @param offsets what is added before, one for each axis
   */
  void reshape(Shape bottom, Shape top, int first, int[] offsets, PadOptions.Mode mode) {
    int last = bottom.axes() - 1;
    planes = bottom.count(0, first);
    rowLength = bottom.dim(last);
    before = offsets[last];
    rows = SourceTable.ONE;
    for (int axis = first; axis < last; axis++) {
      rows = rows.times(SourceTable.of(bottom.dim(axis), offsets[axis], top.dim(axis), mode));
    }
    places = SourceTable.of(rowLength, before, top.dim(last), mode);
    sums = new double[parallel.threads()][rowLength];
    padded = new float[parallel.threads()][top.dim(last)];
  }

  private int grain() {
    return Math.max(1, GRAIN / Math.max(1, places.targets()));
  }

  void forward(Tensor x, Tensor y) {
    inside = x.read();
    whole = y.write();
    parallel.forEach(planes * rows.targets(), grain(), pad);
  }

  private void pad(int worker, int from, int to) {
    float[] row = padded[worker];
    for (int unit = from; unit < to; unit++) {
      int plane = unit / rows.targets();
      int source = plane * rows.sources() + rows.source(unit % rows.targets());
      inside.get(source * rowLength, row, before, rowLength);
      for (int i = 0; i < before; i++) {
        row[i] = row[before + places.source(i)];
      }
      for (int i = before + rowLength; i < row.length; i++) {
        row[i] = row[before + places.source(i)];
      }
      whole.put(unit * row.length, row, 0, row.length);
    }
  }

  void backward(Tensor dy, Tensor dx) {
    whole = dy.read();
    inside = dx.write();
    parallel.forEach(planes * rows.sources(), grain(), sum);
  }

  private void sum(int worker, int from, int to) {
    float[] row = padded[worker];
    double[] total = sums[worker];
    for (int unit = from; unit < to; unit++) {
      int source = unit % rows.sources();
      Arrays.fill(total, 0);
      for (int copy = rows.firstCopy(source); copy < rows.firstCopy(source + 1); copy++) {
        int target = unit / rows.sources() * rows.targets() + rows.copy(copy);
        whole.get(target * row.length, row, 0, row.length);
        add(row, total);
      }
      for (int i = 0; i < rowLength; i++) {
        row[i] = (float) total[i];
      }
      inside.put(unit * rowLength, row, 0, rowLength);
    }
  }

  private void add(float[] row, double[] total) {
    for (int i = 0; i < rowLength; i++) {
      total[i] += row[before + i];
    }
    for (int i = 0; i < before; i++) {
      total[places.source(i)] += row[i];
    }
    for (int i = before + rowLength; i < row.length; i++) {
      total[places.source(i)] += row[i];
    }
  }
}
