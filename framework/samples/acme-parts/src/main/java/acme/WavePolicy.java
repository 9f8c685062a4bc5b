package acme;

import org.cortado.api.option.Default;
import org.cortado.api.option.Help;
import org.cortado.api.option.Iterations;
import org.cortado.api.option.Range;
import org.cortado.api.option.TypeName;
import org.cortado.api.rate.LearningRatePolicy;
import org.cortado.api.rate.Moment;

/** A rate that swings about its base: {@code base · (1 + depth · sin(2π · iteration / period))}. */
@TypeName("acme:wave")
@Help("swings about base_lr")
public record WavePolicy(
    @Iterations @Range(min = 1) @Help("how many iterations a swing takes") long period,
    @Default("0.5") @Range(min = 0, max = 1) @Help("how far it swings, of base_lr") double depth)
    implements LearningRatePolicy {

  /** {@code StrictMath}: the same on every platform. */
  @Override
  public double rate(double base, Moment now) {
    return base * (1 + depth * StrictMath.sin(2 * Math.PI * now.iteration() / period));
  }
}
