package org.cortado.engine.update;

import java.util.stream.Stream;

/** What one thread works on: a piece of a parameter, in arrays that stay in the nearest cache. */
final class Chunk {

  final float[] weights = new float[Pieces.LENGTH];
  final float[] gradient = new float[Pieces.LENGTH];
  final float[] before = new float[Pieces.LENGTH];
  final float[][] histories;

  private Chunk(int histories) {
    this.histories = new float[histories][Pieces.LENGTH];
  }

  /** Returns one for each thread, with room for so many histories. */
  static Chunk[] forThreads(int threads, int histories) {
    return Stream.generate(() -> new Chunk(histories)).limit(threads).toArray(Chunk[]::new);
  }
}
