package org.cortado.engine.portable;

import java.nio.FloatBuffer;
import org.cortado.api.backend.Parallel;

/** Overwrites floats with zeros on all threads. */
final class Zeros {

  private static final int CHUNK = 4096;
  private static final float[] ZEROS = new float[CHUNK];

  private final Parallel parallel;
  private final Parallel.Body body = this::run;
  private final Source target = new Source();

  Zeros(Parallel parallel) {
    this.parallel = parallel;
  }

  /** Overwrites all floats below the limit. */
  void fill(FloatBuffer floats) {
    target.open(floats);
    parallel.forEach(floats.limit(), 8 * CHUNK, body);
  }

  private void run(int worker, int from, int to) {
    for (int at = from; at < to; at += CHUNK) {
      target.floats().put(at, ZEROS, 0, Math.min(CHUNK, to - at));
    }
  }
}
