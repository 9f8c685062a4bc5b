package org.cortado.cli;

import org.cortado.engine.gradient.GradientSettings;
import picocli.CommandLine.Option;

/** How closely gradients are looked at. */
final class GradientOptions {

  private static final GradientSettings DEFAULTS = GradientSettings.defaults();

  @Option(
      names = "--step",
      paramLabel = "X",
      description = "How far an element is moved to either side (default: ${DEFAULT-VALUE}).")
  private double step = DEFAULTS.step();

  @Option(
      names = "--threshold",
      paramLabel = "X",
      description = "The relative error that is allowed (default: ${DEFAULT-VALUE}).")
  private double threshold = DEFAULTS.threshold();

  @Option(
      names = "--kink",
      paramLabel = "X",
      description = "The absolute value around which elements are left out, with --kink-range.")
  private double kink = DEFAULTS.kink();

  @Option(
      names = "--kink-range",
      paramLabel = "X",
      description = "How far from the kink elements are left out; none are by default.")
  private double kinkRange = DEFAULTS.kinkRange();

  @Option(
      names = "--samples",
      paramLabel = "N",
      description = "How many elements of a blob are looked at (default: ${DEFAULT-VALUE}).")
  private int samples = DEFAULTS.samples();

  /**
   * Returns them.
   *
   * @throws UsageException if they check nothing
   */
  GradientSettings settings() {
    try {
      return DEFAULTS
          .withStep(step)
          .withThreshold(threshold)
          .withKink(kink, kinkRange)
          .withSamples(samples);
    } catch (IllegalArgumentException e) {
      throw new UsageException("--" + e.getMessage());
    }
  }
}
