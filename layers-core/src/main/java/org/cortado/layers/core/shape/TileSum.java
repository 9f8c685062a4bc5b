package org.cortado.layers.core.shape;

import java.nio.FloatBuffer;
import java.util.Arrays;
import org.cortado.api.backend.Parallel;
import org.cortado.api.blob.Buffers;

/** Sums blocks that lie one behind the other, element by element, in double precision. */
final class TileSum {

  private static final int CHUNK = 1024;
  private static final int GRAIN = 16 * 1024;

  private final Parallel parallel;
  private final Parallel.Body body = this::sum;
  private final double[][] sums;
  private final float[][] summands;
  private FloatBuffer source = Buffers.EMPTY;
  private FloatBuffer target = Buffers.EMPTY;
  private int groups;
  private int tiles;
  private int block;
  private int pieces;

  TileSum(Parallel parallel) {
    this.parallel = parallel;
    sums = new double[parallel.threads()][CHUNK];
    summands = new float[parallel.threads()][CHUNK];
  }

  /** Says that there are {@code groups} times {@code tiles} blocks. */
  void reshape(int groups, int tiles, int block) {
    this.groups = groups;
    this.tiles = tiles;
    this.block = block;
    pieces = block / CHUNK + (block % CHUNK == 0 ? 0 : 1);
  }

  /** Overwrites each block of {@code to} with the sum of a group of {@code from}. */
  void run(FloatBuffer from, FloatBuffer to) {
    source = from;
    target = to;
    int work = Math.max(1, (int) Math.min(GRAIN, (long) tiles * Math.min(CHUNK, block)));
    parallel.forEach(groups * pieces, GRAIN / work, body);
  }

  private void sum(int worker, int from, int to) {
    for (int unit = from; unit < to; unit++) {
      if (block == 1) {
        target.put(unit, (float) sumOfRun(summands[worker], unit * tiles));
      } else {
        int first = unit % pieces * CHUNK;
        sumPiece(worker, unit / pieces, first, Math.min(CHUNK, block - first));
      }
    }
  }

  /** Sums tiles of one element each. */
  private double sumOfRun(float[] values, int start) {
    double sum = 0;
    for (int at = 0; at < tiles; at += CHUNK) {
      int length = Math.min(CHUNK, tiles - at);
      source.get(start + at, values, 0, length);
      for (int i = 0; i < length; i++) {
        sum += values[i];
      }
    }
    return sum;
  }

  private void sumPiece(int worker, int group, int first, int length) {
    double[] sum = sums[worker];
    float[] values = summands[worker];
    Arrays.fill(sum, 0, length, 0);
    for (int tile = 0; tile < tiles; tile++) {
      source.get((group * tiles + tile) * block + first, values, 0, length);
      for (int i = 0; i < length; i++) {
        sum[i] += values[i];
      }
    }
    for (int i = 0; i < length; i++) {
      values[i] = (float) sum[i];
    }
    target.put(group * block + first, values, 0, length);
  }
}
