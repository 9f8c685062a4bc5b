package org.cortado.layers.activations;

import java.nio.FloatBuffer;
import java.util.Arrays;
import org.cortado.api.backend.Parallel;
import org.cortado.api.blob.Buffers;
import org.cortado.api.blob.Tensor;

/**
 * The passes of a PReLU: multiplies what isn't above 0 by the slope of its channel.
 *
 * <p>The slopes' gradient is summed in double, in parts that depend on the shape alone.
 */
final class ChannelSlopes {

  private static final int CHUNK = 2048;
  private static final int GRAIN = 8 * CHUNK;
  private static final int MOST_PARTS = 64;

  private final Parallel parallel;
  private final Parallel.Body forward = this::forward;
  private final Parallel.Body backward = this::backward;
  private final float[][] xs;
  private final float[][] others;
  private final float[][] spread;
  private ChannelRuns runs = new ChannelRuns(1, 1);
  private int count;
  private int partLength = CHUNK;
  private float[] slopes = {};
  private double[][] sums = {};
  private FloatBuffer in = Buffers.EMPTY;
  private FloatBuffer diff = Buffers.EMPTY;
  private FloatBuffer out = Buffers.EMPTY;
  private boolean propagate;

  ChannelSlopes(Parallel parallel) {
    this.parallel = parallel;
    xs = new float[parallel.threads()][CHUNK];
    others = new float[parallel.threads()][CHUNK];
    spread = new float[parallel.threads()][CHUNK];
  }

  /** Prepares for a shape of {@code outer x channels x inner}. */
  void reshape(int newCount, ChannelRuns newRuns) {
    count = newCount;
    runs = newRuns;
    slopes = new float[runs.channels()];
    int least = Math.max(GRAIN, runs.channels());
    int parts = Math.max(1, Math.min(MOST_PARTS, count / least));
    partLength = Math.max(1, (int) (((long) count + parts - 1) / parts));
    sums = new double[parts][runs.channels()];
  }

  void forward(Tensor x, Tensor a, Tensor y) {
    in = x.read();
    a.read().get(0, slopes);
    out = y.write();
    parallel.forEach(count, GRAIN, forward);
  }

  private void forward(int worker, int from, int to) {
    float[] x = xs[worker];
    float[] y = others[worker];
    float[] a = spread[worker];
    for (int at = from; at < to; at += CHUNK) {
      int length = Math.min(CHUNK, to - at);
      in.get(at, x, 0, length);
      runs.spread(slopes, at, length, a);
      for (int i = 0; i < length; i++) {
        y[i] = Math.max(x[i], 0) + a[i] * Math.min(x[i], 0);
      }
      out.put(at, y, 0, length);
    }
  }

  /**
   * Adds to {@code da}, and overwrites {@code dx} if wanted.
   *
   * @param propagate whether {@code dx} is wanted
   */
  void backward(Tensor x, Tensor a, Tensor dy, Tensor da, boolean propagate, Tensor dx) {
    this.propagate = propagate;
    in = x.read();
    a.read().get(0, slopes);
    diff = dy.read();
    out = propagate ? dx.write() : Buffers.EMPTY;
    parallel.forEach(sums.length, 1, backward);
    addSums(da.update());
  }

  private void addSums(FloatBuffer da) {
    for (int channel = 0; channel < runs.channels(); channel++) {
      double sum = 0;
      for (int part = 0; part < sums.length; part++) {
        sum += sums[part][channel];
      }
      da.put(channel, (float) (da.get(channel) + sum));
    }
  }

  private void backward(int worker, int fromPart, int toPart) {
    for (int part = fromPart; part < toPart; part++) {
      Arrays.fill(sums[part], 0);
      int to = (int) Math.min(count, (part + 1L) * partLength);
      for (int at = part * partLength; at < to; at += CHUNK) {
        chunk(worker, at, Math.min(CHUNK, to - at), sums[part]);
      }
    }
  }

  private void chunk(int worker, int at, int length, double[] sum) {
    float[] x = xs[worker];
    float[] dy = others[worker];
    in.get(at, x, 0, length);
    diff.get(at, dy, 0, length);
    if (propagate) {
      propagate(x, dy, spread[worker], at, length);
    }
    for (int i = 0; i < length; i++) {
      x[i] = dy[i] * Math.min(x[i], 0);
    }
    runs.add(x, at, length, sum);
  }

  private void propagate(float[] x, float[] dy, float[] a, int at, int length) {
    runs.spread(slopes, at, length, a);
    for (int i = 0; i < length; i++) {
      float above = Signs.above0(x[i]);
      a[i] = dy[i] * (above + a[i] * (1 - above));
    }
    out.put(at, a, 0, length);
  }
}
