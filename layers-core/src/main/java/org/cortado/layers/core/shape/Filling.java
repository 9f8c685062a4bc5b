package org.cortado.layers.core.shape;

import java.nio.FloatBuffer;
import java.util.Arrays;
import org.cortado.api.backend.Parallel;
import org.cortado.api.blob.Buffers;

/** Gives every element of a buffer one value, on all threads. */
final class Filling {

  private static final int CHUNK = 4096;
  private static final int GRAIN = 8 * CHUNK;

  private final Parallel parallel;
  private final Parallel.Body body = this::fill;
  private final float[] values = new float[CHUNK];
  private FloatBuffer target = Buffers.EMPTY;

  Filling(Parallel parallel) {
    this.parallel = parallel;
  }

  /** Fills a buffer up to its limit. */
  void run(FloatBuffer to, float value) {
    if (Float.floatToRawIntBits(values[0]) != Float.floatToRawIntBits(value)) {
      Arrays.fill(values, value);
    }
    target = to;
    parallel.forEach(to.limit(), GRAIN, body);
  }

  private void fill(int worker, int from, int to) {
    for (int at = from; at < to; at += CHUNK) {
      target.put(at, values, 0, Math.min(CHUNK, to - at));
    }
  }
}
