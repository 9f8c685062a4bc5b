package org.cortado.layers.core.arithmetic;

import java.nio.FloatBuffer;
import java.util.Arrays;
import org.cortado.api.backend.Parallel;
import org.cortado.api.blob.Buffers;
import org.cortado.api.blob.Tensor;

/** Takes rows of a table by their indices, and sums gradients back to them. */
final class Rows {

  private static final int GRAIN = 16 * 1024;

  private final Parallel parallel;
  private final Indices indices;
  private final int length;
  private final int grain;
  private final float[][] lines;
  private final double[][] sums;
  private float[] bias = {};
  private final Parallel.Body lookUp = this::lookUp;
  private final Parallel.Body add = this::add;
  private FloatBuffer table = Buffers.EMPTY;
  private FloatBuffer values = Buffers.EMPTY;

  Rows(Parallel parallel, Indices indices, int length) {
    this.parallel = parallel;
    this.indices = indices;
    this.length = length;
    grain = Math.max(1, GRAIN / length);
    lines = new float[parallel.threads()][0];
    sums = new double[parallel.threads()][0];
  }

  /** Makes room when first run: a layer that is never run may be of any size. */
  private void begin() {
    if (bias.length != length) {
      bias = new float[length];
      for (int worker = 0; worker < lines.length; worker++) {
        lines[worker] = new float[length];
        sums[worker] = new double[length];
      }
    }
  }

  /** Overwrites {@code y} with the rows that the indices name. */
  void lookUp(Tensor rows, Tensor y) {
    begin();
    table = rows.read();
    values = y.write();
    parallel.forEach(indices.count(), grain, lookUp);
  }

  /** The same, a row being added to each. */
  void lookUp(Tensor rows, Tensor added, Tensor y) {
    begin();
    added.read().get(0, bias);
    lookUp(rows, y);
  }

  private void lookUp(int worker, int from, int to) {
    float[] line = lines[worker];
    for (int place = from; place < to; place++) {
      table.get(indices.at(place) * length, line);
      for (int i = 0; i < length; i++) {
        line[i] += bias[i];
      }
      values.put(place * length, line);
    }
  }

  /** Adds to each row the gradients of the places that name it. */
  void addGradient(Tensor dy, Tensor rows) {
    begin();
    indices.group();
    values = dy.read();
    table = rows.update();
    parallel.forEach(indices.limit(), 1, add);
  }

  private void add(int worker, int from, int to) {
    for (int row = from; row < to; row++) {
      if (indices.begin(row) < indices.begin(row + 1)) {
        add(row, lines[worker], sums[worker]);
      }
    }
  }

  private void add(int row, float[] line, double[] sum) {
    Arrays.fill(sum, 0);
    for (int entry = indices.begin(row); entry < indices.begin(row + 1); entry++) {
      values.get(indices.place(entry) * length, line);
      for (int i = 0; i < length; i++) {
        sum[i] += line[i];
      }
    }
    table.get(row * length, line);
    for (int i = 0; i < length; i++) {
      line[i] = (float) (line[i] + sum[i]);
    }
    table.put(row * length, line);
  }
}
