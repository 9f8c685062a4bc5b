package org.cortado.layers.core.arithmetic;

import java.nio.FloatBuffer;
import java.util.stream.IntStream;
import org.cortado.api.backend.ChunkSums;
import org.cortado.api.backend.Parallel;
import org.cortado.api.blob.Buffers;
import org.cortado.api.blob.Tensor;

/**
 * Computes the gradients of {@code y = a · x + b}, where each channel has an {@code a} and a {@code
 * b}, in one pass over memory.
 */
final class ChannelGradients {

  private final Parallel parallel;
  private final Parallel.Body body = this::run;
  private final ChunkSums[] sums;
  private final float[][] chunks;
  private final float[][] gradients;
  private ChannelPieces pieces = new ChannelPieces(0, 0, 0);
  private float[] factors = {};
  private double[] ofGradients = {};
  private double[] ofProducts = {};
  private FloatBuffer x = Buffers.EMPTY;
  private FloatBuffer dy = Buffers.EMPTY;
  private FloatBuffer dx = Buffers.EMPTY;
  private boolean multiplies;
  private boolean scales;
  private boolean writes;

  ChannelGradients(Parallel parallel) {
    this.parallel = parallel;
    sums =
        IntStream.range(0, parallel.threads())
            .mapToObj(i -> new ChunkSums())
            .toArray(ChunkSums[]::new);
    chunks = new float[parallel.threads()][ChannelPieces.LONGEST];
    gradients = new float[parallel.threads()][ChannelPieces.LONGEST];
  }

  /** Makes ready; memory for each piece is taken by the first pass. */
  void prepare(ChannelPieces shaped) {
    pieces = shaped;
  }

  /** Begins to say what the next pass is to do: to sum {@code dy}, and what is said after. */
  ChannelGradients of(Tensor gradient) {
    if (ofGradients.length != pieces.count() || factors.length != pieces.channels()) {
      factors = new float[pieces.channels()];
      ofGradients = new double[pieces.count()];
      ofProducts = new double[pieces.count()];
    }
    dy = gradient.read();
    multiplies = false;
    scales = false;
    writes = false;
    return this;
  }

  /** Lets the pass sum {@code x · dy}. */
  ChannelGradients withProductsBy(Tensor input) {
    x = input.read();
    multiplies = true;
    return this;
  }

  /** Lets the pass overwrite {@code dx} with {@code a · dy}. */
  ChannelGradients scaledInto(Tensor factor, Tensor to) {
    factor.read().get(0, factors);
    scales = true;
    return into(to);
  }

  /** Lets the pass overwrite {@code dx} with {@code dy}. */
  ChannelGradients into(Tensor to) {
    dx = to.write();
    writes = true;
    return this;
  }

  /** Does what was said. */
  void run() {
    parallel.forEach(pieces.count(), pieces.grain(), body);
  }

  private void run(int worker, int from, int to) {
    float[] gradient = gradients[worker];
    for (int piece = from; piece < to; piece++) {
      int length = pieces.length(piece);
      dy.get(pieces.start(piece), gradient, 0, length);
      sum(worker, piece, length);
      if (scales) {
        multiply(gradient, factors[pieces.channel(piece)], length);
      }
      if (writes) {
        dx.put(pieces.start(piece), gradient, 0, length);
      }
    }
  }

  private void sum(int worker, int piece, int length) {
    ofGradients[piece] = sums[worker].sum(gradients[worker], 0, length);
    if (multiplies) {
      x.get(pieces.start(piece), chunks[worker], 0, length);
      ofProducts[piece] = sums[worker].sumOfProducts(gradients[worker], chunks[worker], 0, length);
    }
  }

  private static void multiply(float[] gradient, float factor, int length) {
    for (int i = 0; i < length; i++) {
      gradient[i] *= factor;
    }
  }

  /** Adds to {@code da} the sums of {@code x · dy}. */
  void addProducts(Tensor da) {
    add(ofProducts, da.update());
  }

  /** Overwrites {@code da} with the sums of {@code x · dy}. */
  void putProducts(Tensor da) {
    da.clear();
    addProducts(da);
  }

  /** Adds to {@code db} the sums of {@code dy}. */
  void addGradients(Tensor db) {
    add(ofGradients, db.update());
  }

  /** Overwrites {@code db} with the sums of {@code dy}. */
  void putGradients(Tensor db) {
    db.clear();
    addGradients(db);
  }

  private void add(double[] ofPieces, FloatBuffer diff) {
    for (int channel = 0; channel < pieces.channels(); channel++) {
      diff.put(channel, (float) (diff.get(channel) + sum(ofPieces, channel)));
    }
  }

  private double sum(double[] ofPieces, int channel) {
    int perRun = pieces.perRun();
    double sum = 0;
    for (int run = channel; run < pieces.outer() * pieces.channels(); run += pieces.channels()) {
      for (int piece = run * perRun; piece < (run + 1) * perRun; piece++) {
        sum += ofPieces[piece];
      }
    }
    return sum;
  }
}
