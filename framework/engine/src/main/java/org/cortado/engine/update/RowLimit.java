package org.cortado.engine.update;

import java.nio.FloatBuffer;
import org.cortado.api.backend.Parallel;
import org.cortado.api.blob.Blob;

/** Scales the rows of a parameter down to a greatest L2 norm, in a pass of its own. */
final class RowLimit implements Parallel.Body {

  private static final int WORTH_A_THREAD = 8 * Pieces.LENGTH;

  private final Parallel parallel;
  private final Blob blob;
  private final double limit;
  private final Chunk[] chunks;
  private final int rows;
  private final int length;
  private FloatBuffer weights;

  RowLimit(Blob blob, double limit, LearningParameters parameters) {
    parallel = parameters.parallel();
    this.blob = blob;
    this.limit = limit;
    chunks = parameters.chunks();
    rows = blob.shape().axes() == 0 ? 1 : blob.shape().dim(0);
    length = rows == 0 ? 0 : blob.count() / rows;
    weights = blob.data().read();
  }

  void apply() {
    weights = blob.data().update();
    parallel.forEach(rows, Math.max(1, WORTH_A_THREAD / Math.max(1, length)), this);
  }

  @Override
  public void run(int worker, int from, int to) {
    float[] piece = chunks[worker].weights;
    for (int row = from; row < to; row++) {
      double norm = Math.sqrt(squares(piece, row * length));
      if (norm > limit) {
        scale(piece, row * length, (float) (limit / norm));
      }
    }
  }

  private double squares(float[] piece, int begin) {
    double sum = 0;
    for (int at = 0; at < length; at += piece.length) {
      int count = Math.min(piece.length, length - at);
      weights.get(begin + at, piece, 0, count);
      sum += Squares.sum(piece, count);
    }
    return sum;
  }

  private void scale(float[] piece, int begin, float factor) {
    for (int at = 0; at < length; at += piece.length) {
      int count = Math.min(piece.length, length - at);
      weights.get(begin + at, piece, 0, count);
      for (int i = 0; i < count; i++) {
        piece[i] *= factor;
      }
      weights.put(begin + at, piece, 0, count);
    }
  }
}
