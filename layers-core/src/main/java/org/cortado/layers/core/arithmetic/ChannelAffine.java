package org.cortado.layers.core.arithmetic;

import java.nio.FloatBuffer;
import java.util.Arrays;
import org.cortado.api.backend.Parallel;
import org.cortado.api.blob.Buffers;
import org.cortado.api.blob.Tensor;

/** Computes {@code y = a · x + b} with one {@code a} and one {@code b} for each channel. */
final class ChannelAffine {

  private final Parallel parallel;
  private final Parallel.Body body = this::run;
  private final float[][] chunks;
  private ChannelPieces pieces = new ChannelPieces(0, 0, 0);
  private float[] factors = {};
  private float[] summands = {};
  private FloatBuffer x = Buffers.EMPTY;
  private FloatBuffer y = Buffers.EMPTY;

  ChannelAffine(Parallel parallel) {
    this.parallel = parallel;
    chunks = new float[parallel.threads()][ChannelPieces.LONGEST];
  }

  /** Makes ready. */
  void prepare(ChannelPieces shaped) {
    pieces = shaped;
  }

  /** Lets the next passes multiply by nothing and add nothing, but for what is said after. */
  ChannelAffine plain() {
    if (factors.length != pieces.channels()) {
      factors = new float[pieces.channels()];
      summands = new float[pieces.channels()];
    }
    Arrays.fill(factors, 1);
    Arrays.fill(summands, 0);
    return this;
  }

  /** Lets the next passes multiply by the elements of {@code a}. */
  ChannelAffine times(Tensor a) {
    a.read().get(0, factors);
    return this;
  }

  /** Lets the next passes add the elements of {@code b}. */
  ChannelAffine plus(Tensor b) {
    b.read().get(0, summands);
    return this;
  }

  /** Overwrites {@code to}, which may be {@code from}. */
  void run(Tensor from, Tensor to) {
    x = from.read();
    y = to.write();
    parallel.forEach(pieces.count(), pieces.grain(), body);
  }

  private void run(int worker, int from, int to) {
    float[] chunk = chunks[worker];
    for (int piece = from; piece < to; piece++) {
      int start = pieces.start(piece);
      int length = pieces.length(piece);
      int channel = pieces.channel(piece);
      x.get(start, chunk, 0, length);
      multiplyAdd(chunk, factors[channel], summands[channel], length);
      y.put(start, chunk, 0, length);
    }
  }

  private static void multiplyAdd(float[] x, float factor, float summand, int length) {
    for (int i = 0; i < length; i++) {
      x[i] = x[i] * factor + summand;
    }
  }
}
