package org.cortado.layers.core.normalization;

import java.util.stream.IntStream;
import org.cortado.api.backend.ChunkSums;
import org.cortado.api.backend.Parallel;

/** Where one thread works on units. */
final class Workshop {

  final float[] x = new float[Units.LONGEST];

  /** As long as {@code x}, for what goes with it. */
  final float[] other = new float[Units.LONGEST];

  final ChunkSums sums = new ChunkSums();

  private Workshop() {}

  /** Makes one for each thread. */
  static Workshop[] ofThreads(Parallel parallel) {
    return IntStream.range(0, parallel.threads())
        .mapToObj(i -> new Workshop())
        .toArray(Workshop[]::new);
  }
}
