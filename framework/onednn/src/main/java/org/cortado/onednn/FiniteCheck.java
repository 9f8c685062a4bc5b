package org.cortado.onednn;

import java.nio.FloatBuffer;
import java.util.Arrays;
import org.cortado.api.backend.Parallel;
import org.cortado.api.blob.Buffers;

/** Looks for NaN and the infinities at the speed of memory. */
final class FiniteCheck {

  private static final int CHUNK = 2048;
  private static final int GRAIN = 8 * CHUNK;

  private final Parallel parallel;
  private final Parallel.Body body = this::run;
  private final float[][] chunks;
  private final float[][] sums;
  private FloatBuffer floats = Buffers.EMPTY;

  FiniteCheck(Parallel parallel) {
    this.parallel = parallel;
    chunks = new float[parallel.threads()][CHUNK];
    sums = new float[parallel.threads()][CHUNK];
  }

  /** Returns whether all elements are finite numbers. */
  boolean allFinite(FloatBuffer buffer, int count) {
    for (float[] sum : sums) {
      Arrays.fill(sum, 0);
    }
    floats = buffer;
    parallel.forEach(count, GRAIN, body);
    return allZero();
  }

  private boolean allZero() {
    for (float[] sum : sums) {
      for (float zero : sum) {
        if (zero != 0) {
          return false;
        }
      }
    }
    return true;
  }

  /** Nothing but a finite number gives 0 when multiplied by 0, and the loop is a vector's. */
  private void run(int worker, int from, int to) {
    float[] chunk = chunks[worker];
    float[] sum = sums[worker];
    for (int at = from; at < to; at += CHUNK) {
      int length = Math.min(CHUNK, to - at);
      floats.get(at, chunk, 0, length);
      for (int i = 0; i < length; i++) {
        sum[i] += 0 * chunk[i];
      }
    }
  }
}
