package org.cortado.layers.core.normalization;

import java.nio.FloatBuffer;
import org.cortado.api.backend.Parallel;
import org.cortado.api.blob.Buffers;

/**
 * Normalises every set: {@code y = γ · (x − mean) · inverse + β}.
 *
 * <p>Mean and variance of a unit are taken in two passes over a chunk in cache and put together by
 * Chan, Golub and LeVeque's formula (1979), in double precision.
 */
final class ForwardRuns implements Schedule.Steps {

  private final Units units;
  private final Statistics statistics;
  private final Affine affine;
  private final Schedule schedule;
  private final double[] means;
  private final double[] squares;
  private final float[][] chunks;
  private FloatBuffer x = Buffers.EMPTY;
  private FloatBuffer y = Buffers.EMPTY;
  private FloatBuffer copy = Buffers.EMPTY;
  private boolean copies;

  ForwardRuns(Parallel parallel, Units units, Statistics statistics, Affine affine) {
    this.units = units;
    this.statistics = statistics;
    this.affine = affine;
    schedule = new Schedule(parallel, units, this);
    means = new double[units.count()];
    squares = new double[units.count()];
    chunks = new float[parallel.threads()][Units.LONGEST];
  }

  /** Makes the pass leave a copy of {@code x}, which {@code y} may overwrite. */
  ForwardRuns copyTo(FloatBuffer buffer) {
    copy = buffer;
    copies = true;
    return this;
  }

  /** Makes the pass leave no copy. */
  ForwardRuns withoutCopy() {
    copies = false;
    return this;
  }

  /** Normalises by the statistics of {@code from} itself, which are put in their place. */
  void byOwn(FloatBuffer from, FloatBuffer to) {
    open(from, to);
    schedule.run();
  }

  /** Normalises by the statistics that there are. */
  void byGiven(FloatBuffer from, FloatBuffer to) {
    open(from, to);
    schedule.use();
  }

  private void open(FloatBuffer from, FloatBuffer to) {
    x = from;
    y = to;
    affine.open();
  }

  @Override
  public void gather(int worker, int unit) {
    float[] chunk = chunks[worker];
    int length = units.length(unit);
    x.get(units.start(unit), chunk, 0, length);
    double mean = Sums.of(chunk, length) / length;
    means[unit] = mean;
    squares[unit] = Sums.ofSquares(chunk, mean, length);
  }

  @Override
  public void combine(int set) {
    double mean = 0;
    double square = 0;
    double count = 0;
    for (int i = 0; i < units.perSet(); i++) {
      int unit = units.unit(set, i);
      int length = units.length(unit);
      double more = count + length;
      double step = means[unit] - mean;
      square += squares[unit] + step * step * (count * length / more);
      mean += step * (length / more);
      count = more;
    }
    statistics.put(set, mean, count == 0 ? 0 : square / count);
  }

  @Override
  public void use(int worker, int unit) {
    float[] chunk = chunks[worker];
    int length = units.length(unit);
    x.get(units.start(unit), chunk, 0, length);
    if (copies) {
      copy.put(units.start(unit), chunk, 0, length);
    }
    int set = units.set(unit);
    float scale = (float) (statistics.inverse(set) * affine.scale(unit));
    normalize(chunk, statistics.mean(set), scale, affine.shift(unit), length);
    affine.apply(unit, chunk);
    y.put(units.start(unit), chunk, 0, length);
  }

  private static void normalize(float[] x, double mean, float scale, float shift, int length) {
    Centring.subtract(x, mean, length);
    for (int i = 0; i < length; i++) {
      x[i] = x[i] * scale + shift;
    }
  }
}
