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
  private final Workshop[] workshops;
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
    workshops = Workshop.ofThreads(parallel);
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
  public void load(int worker, int start, int length) {
    x.get(start, workshops[worker].x, 0, length);
  }

  @Override
  public void gather(int worker, int unit, int at) {
    Workshop shop = workshops[worker];
    int length = units.length(unit);
    float near = shop.x[at];
    double mean = near + shop.sums.sumAbout(near, shop.x, at, length) / length;
    Centring.subtract(shop.x, mean, shop.other, at, length);
    means[unit] = mean;
    squares[unit] = shop.sums.sumOfProducts(shop.other, shop.other, at, length);
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
  public void loadAgain(int worker, int unit) {
    load(worker, units.start(unit), units.length(unit));
  }

  @Override
  public void use(int worker, int unit, int at) {
    float[] chunk = workshops[worker].x;
    int length = units.length(unit);
    if (copies) {
      copy.put(units.start(unit), chunk, at, length);
    }
    int set = units.set(unit);
    affine.normalize(unit, chunk, statistics.mean(set), statistics.inverse(set), at);
  }

  @Override
  public void store(int worker, int start, int length) {
    y.put(start, workshops[worker].x, 0, length);
  }
}
