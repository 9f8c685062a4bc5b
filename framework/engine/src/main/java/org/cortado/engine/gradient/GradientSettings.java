package org.cortado.engine.gradient;

/**
 * How closely a gradient is looked at.
 *
 * @param step how far an element is moved to either side
 * @param threshold the relative error that is allowed
 * @param kink the absolute value around which elements are left out
 * @param kinkRange how far from the kink they are left out; negative to leave none out
 * @param objective which number is differentiated
 * @param samples how many elements of a blob are looked at; those of a larger one are drawn
 * @param seed what elements and weights are drawn from
 */
public record GradientSettings(
    double step,
    double threshold,
    double kink,
    double kinkRange,
    Objective objective,
    int samples,
    long seed) {

  private static final GradientSettings DEFAULTS =
      new GradientSettings(1e-2, 1e-3, 0, -1, Objective.WEIGHTED_SUM, 200, 1701);

  /** Refuses settings that check nothing. */
  public GradientSettings {
    requireAbove0("step", step);
    requireAbove0("threshold", threshold);
    requireAbove0("samples", samples);
  }

  private static void requireAbove0(String name, double value) {
    if (!(value > 0)) {
      throw new IllegalArgumentException(name + " must be above 0, but is " + value);
    }
  }

  /** Returns step 0.01, threshold 0.001, no kink, a weighted sum and 200 elements of each blob. */
  public static GradientSettings defaults() {
    return DEFAULTS;
  }

  /** Returns these settings with another step. */
  public GradientSettings withStep(double changed) {
    return new GradientSettings(changed, threshold, kink, kinkRange, objective, samples, seed);
  }

  /** Returns these settings with another threshold. */
  public GradientSettings withThreshold(double changed) {
    return new GradientSettings(step, changed, kink, kinkRange, objective, samples, seed);
  }

  /** Returns these settings, leaving out elements within a range of {@code ±around}. */
  public GradientSettings withKink(double around, double range) {
    return new GradientSettings(step, threshold, around, range, objective, samples, seed);
  }

  /** Returns these settings with another objective. */
  public GradientSettings withObjective(Objective changed) {
    return new GradientSettings(step, threshold, kink, kinkRange, changed, samples, seed);
  }

  /** Returns these settings with another number of elements of each blob. */
  public GradientSettings withSamples(int changed) {
    return new GradientSettings(step, threshold, kink, kinkRange, objective, changed, seed);
  }

  /** Returns these settings with another seed. */
  public GradientSettings withSeed(long changed) {
    return new GradientSettings(step, threshold, kink, kinkRange, objective, samples, changed);
  }

  /** Returns whether an element of this value is left out. */
  boolean skips(float value) {
    return Math.abs(Math.abs(value) - kink) <= kinkRange;
  }
}
