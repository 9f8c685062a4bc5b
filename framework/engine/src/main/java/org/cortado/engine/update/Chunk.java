package org.cortado.engine.update;

/** What one thread works on: a piece of a parameter, in arrays that stay in the nearest cache. */
final class Chunk {

  final float[] weights = new float[Pieces.LENGTH];
  final float[] gradient = new float[Pieces.LENGTH];
  final float[] before = new float[Pieces.LENGTH];
  final float[][] histories;

  Chunk(int histories) {
    this.histories = new float[histories][Pieces.LENGTH];
  }
}
