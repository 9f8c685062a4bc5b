package org.cortado.layers.core.normalization;

import java.nio.FloatBuffer;
import org.cortado.api.backend.Parallel;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Buffers;

/** What the gradients of whole units sum up to, and from there those of channels. */
final class BackwardSums {

  private static final int GRAIN = 1 << 12;

  private final Parallel parallel;
  private final Units units;
  private final Statistics statistics;
  private final double[] sums;
  private final double[] products;
  private final Parallel.Body add = this::add;
  private FloatBuffer scaleDiff = Buffers.EMPTY;
  private FloatBuffer shiftDiff = Buffers.EMPTY;

  BackwardSums(Parallel parallel, Units units, Statistics statistics) {
    this.parallel = parallel;
    this.units = units;
    this.statistics = statistics;
    sums = new double[units.count()];
    products = new double[units.count()];
  }

  /** Takes {@code Σ dy} and {@code Σ dy · (x − mean)} of a unit. */
  void put(int unit, double sum, double product) {
    sums[unit] = sum;
    products[unit] = product;
  }

  /** Returns {@code Σ dy} of a unit. */
  double sum(int unit) {
    return sums[unit];
  }

  /** Returns {@code Σ dy · (x − mean)} of a unit. */
  double product(int unit) {
    return products[unit];
  }

  /** Adds to the diffs of what the channels are multiplied by and of what is added to them. */
  void addTo(Blob scale, Blob shift) {
    scaleDiff = scale.diff().update();
    shiftDiff = shift.diff().update();
    int perChannel = Math.max(1, units.count() / Math.max(1, units.channels()));
    parallel.forEach(units.channels(), Math.max(1, GRAIN / perChannel), add);
  }

  private void add(int worker, int from, int to) {
    for (int channel = from; channel < to; channel++) {
      add(channel);
    }
  }

  private void add(int channel) {
    double scale = 0;
    double shift = 0;
    int runs = units.rows() * units.sets() * units.runs();
    for (int run = channel; run < runs; run += units.channels()) {
      for (int unit = run * units.pieces(); unit < (run + 1) * units.pieces(); unit++) {
        scale += products[unit] * statistics.inverse(units.set(unit));
        shift += sums[unit];
      }
    }
    scaleDiff.put(channel, (float) (scaleDiff.get(channel) + scale));
    shiftDiff.put(channel, (float) (shiftDiff.get(channel) + shift));
  }
}
