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
  private final float[][] chunks;
  private final float[][] gradients;
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
    chunks = new float[parallel.threads()][Units.LONGEST];
    gradients = new float[parallel.threads()][Units.LONGEST];
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
    if (given && !affine.learns()) {
      schedule.use();
    } else {
      schedule.run();
      affine.addGradients(sums);
    }
  }

  @Override
  public void gather(int worker, int unit) {
    float[] gradient = gradients[worker];
    float[] chunk = chunks[worker];
    int length = units.length(unit);
    int set = units.set(unit);
    double mean = statistics.mean(set);
    dy.get(units.start(unit), gradient, 0, length);
    x.get(units.start(unit), chunk, 0, length);
    affine.collect(worker, unit, gradient, chunk, mean, statistics.inverse(set));
    affine.weigh(unit, gradient);
    sums.put(unit, Sums.of(gradient, length), Sums.ofProducts(gradient, chunk, mean, length));
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
  public void use(int worker, int unit) {
    float[] gradient = gradients[worker];
    int length = units.length(unit);
    int set = units.set(unit);
    dy.get(units.start(unit), gradient, 0, length);
    affine.weigh(unit, gradient);
    float scale = affine.scale(unit);
    float inverse = (float) statistics.inverse(set);
    if (given) {
      multiply(gradient, scale * inverse, length);
    } else {
      float[] chunk = chunks[worker];
      x.get(units.start(unit), chunk, 0, length);
      Centring.subtract(chunk, statistics.mean(set), length);
      subtract(gradient, scale, chunk, (float) factors[set], (float) constants[set], length);
      multiply(gradient, inverse, length);
    }
    dx.put(units.start(unit), gradient, 0, length);
  }

  private static void multiply(float[] gradient, float factor, int length) {
    for (int i = 0; i < length; i++) {
      gradient[i] *= factor;
    }
  }

  private static void subtract(
      float[] gradient, float scale, float[] centred, float factor, float constant, int length) {
    for (int i = 0; i < length; i++) {
      gradient[i] = gradient[i] * scale - constant - centred[i] * factor;
    }
  }
}
