package org.cortado.layers.core.recurrent;

import java.nio.FloatBuffer;
import java.util.Arrays;
import org.cortado.api.backend.Parallel;
import org.cortado.api.blob.Buffers;
import org.cortado.api.blob.Tensor;

/** Adds up what goes into the cells of a stream at all steps. */
final class StepSum {

  private final Parallel parallel;
  private final Parallel.Body body = this::add;
  private Extent extent = new Extent(0, 0, 1, 1);
  private double[][] sums = {};
  private float[][] rows = {};
  private FloatBuffer from = Buffers.EMPTY;
  private FloatBuffer to = Buffers.EMPTY;

  StepSum(Parallel parallel) {
    this.parallel = parallel;
  }

  void reshape(Extent changed) {
    extent = changed;
    if (sums.length == 0) {
      sums = new double[parallel.threads()][extent.gates()];
      rows = new float[parallel.threads()][extent.gates()];
    }
  }

  /** Overwrites {@code sum}, {@code [N x gates]}. */
  void run(Tensor all, Tensor sum) {
    from = all.read();
    to = sum.write();
    parallel.forEach(extent.streams(), extent.grain(), body);
  }

  private void add(int worker, int first, int end) {
    for (int n = first; n < end; n++) {
      add(n, rows[worker], sums[worker]);
    }
  }

  private void add(int n, float[] row, double[] sum) {
    Arrays.fill(sum, 0);
    for (int t = 0; t < extent.steps(); t++) {
      from.get((t * extent.streams() + n) * row.length, row);
      for (int i = 0; i < row.length; i++) {
        sum[i] += row[i];
      }
    }
    for (int i = 0; i < row.length; i++) {
      row[i] = (float) sum[i];
    }
    to.put(n * row.length, row);
  }
}
