package org.cortado.layers.core.normalization;

import java.nio.FloatBuffer;
import org.cortado.api.backend.Parallel;
import org.cortado.api.blob.Buffers;

/**
 * Computes the gradient of {@link ForwardRuns}: with {@code g = γ · dy} and {@code d = x − mean} it
 * is {@code dx = inverse · (g − mean(g) − d · mean(g · d) · inverse · slope)}.
 *
 * <p>Where the statistics were given it is {@code inverse · g}.
 */
final class BackwardRuns implements Schedule.Steps {

  private final Units units;
  private final Statistics statistics;
  private final Affine affine;
  private final Schedule schedule;
  private final BackwardSums sums;
  private final double[] constants;
  private final double[] factors;
  private final Workshop[] workshops;
  private FloatBuffer x = Buffers.EMPTY;
  private FloatBuffer dy = Buffers.EMPTY;
  private FloatBuffer dx = Buffers.EMPTY;
  private boolean given;

  BackwardRuns(Parallel parallel, Units units, Statistics statistics, Affine affine) {
    this.units = units;
    this.statistics = statistics;
    this.affine = affine;
    schedule = new Schedule(parallel, units, this);
    sums = new BackwardSums(parallel, units, statistics);
    constants = new double[units.sets()];
    factors = new double[units.sets()];
    workshops = Workshop.ofThreads(parallel);
  }

  /**
   * Says what the next passes are of.
   *
   * @param input {@code x}, not looked at if the statistics were given and nothing is learned
   * @param gradient {@code dy}
   * @param statisticsWereGiven whether they don't depend on {@code x}
   */
  BackwardRuns of(FloatBuffer input, FloatBuffer gradient, boolean statisticsWereGiven) {
    x = input;
    dy = gradient;
    given = statisticsWereGiven;
    affine.open();
    affine.clear();
    return this;
  }

  /** Adds to the diffs of the parameters, and no more. */
  void parametersAlone() {
    if (affine.learns()) {
      schedule.gather();
      affine.addGradients(sums);
    }
  }

  /** Overwrites {@code dx}, which may be {@code dy}, and adds to the diffs of the parameters. */
  void all(FloatBuffer to) {
    dx = to;
    if (!given) {
      schedule.run();
    } else if (affine.learns()) {
      schedule.once();
    } else {
      schedule.use();
    }
    if (affine.learns()) {
      affine.addGradients(sums);
    }
  }

  @Override
  public void load(int worker, int start, int length) {
    x.get(start, workshops[worker].x, 0, length);
    dy.get(start, workshops[worker].other, 0, length);
  }

  /** Leaves {@code x − mean} and {@code dy} times the elements' own factors. */
  @Override
  public void gather(int worker, int unit, int at) {
    Workshop shop = workshops[worker];
    int length = units.length(unit);
    int set = units.set(unit);
    Centring.subtract(shop.x, statistics.mean(set), shop.x, at, length);
    affine.collect(worker, unit, shop.other, shop.x, (float) statistics.inverse(set), at);
    affine.weigh(unit, shop.other, at);
    double sum = shop.sums.sum(shop.other, at, length);
    sums.put(unit, sum, shop.sums.sumOfProducts(shop.other, shop.x, at, length));
  }

  @Override
  public void combine(int set) {
    double sum = 0;
    double product = 0;
    for (int i = 0; i < units.perSet(); i++) {
      int unit = units.unit(set, i);
      sum += affine.scale(unit) * sums.sum(unit);
      product += affine.scale(unit) * sums.product(unit);
    }
    double count = Math.max(1, units.elements());
    constants[set] = sum / count;
    factors[set] = product / count * statistics.inverse(set) * statistics.slope(set);
  }

  @Override
  public void loadAgain(int worker, int unit) {
    Workshop shop = workshops[worker];
    int start = units.start(unit);
    int length = units.length(unit);
    dy.get(start, shop.other, 0, length);
    affine.weigh(unit, shop.other, 0);
    if (!given) {
      x.get(start, shop.x, 0, length);
      Centring.subtract(shop.x, statistics.mean(units.set(unit)), shop.x, 0, length);
    }
  }

  @Override
  public void use(int worker, int unit, int at) {
    Workshop shop = workshops[worker];
    int end = at + units.length(unit);
    int set = units.set(unit);
    double inverse = statistics.inverse(set);
    float scale = (float) (affine.scale(unit) * inverse);
    if (given) {
      multiply(shop.other, scale, at, end);
    } else {
      float constant = (float) (constants[set] * inverse);
      subtract(shop.other, scale, constant, shop.x, (float) (factors[set] * inverse), at, end);
    }
  }

  @Override
  public void store(int worker, int start, int length) {
    dx.put(start, workshops[worker].other, 0, length);
  }

  private static void multiply(float[] gradient, float factor, int from, int end) {
    for (int i = from; i < end; i++) {
      gradient[i] *= factor;
    }
  }

  private static void subtract(
      float[] gradient,
      float scale,
      float constant,
      float[] centred,
      float factor,
      int from,
      int end) {
    for (int i = from; i < end; i++) {
      gradient[i] = gradient[i] * scale - constant - centred[i] * factor;
    }
  }
}
