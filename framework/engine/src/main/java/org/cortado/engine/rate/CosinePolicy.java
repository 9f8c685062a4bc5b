package org.cortado.engine.rate;

import java.util.Optional;
import org.cortado.api.option.Default;
import org.cortado.api.option.Help;
import org.cortado.api.option.Iterations;
import org.cortado.api.option.Range;
import org.cortado.api.option.TypeName;
import org.cortado.api.rate.LearningRatePolicy;
import org.cortado.api.rate.Moment;

/**
 * A rate that falls along half a cosine, and begins anew: {@code min + (base − min) · (1 + cos(π ·
 * t / p)) / 2}, {@code t} iterations into a period of {@code p}.
 *
 * <p>Loshchilov and Hutter 2017 (SGDR). Each period is {@code growth} times as long as the one
 * before; the first is the whole training unless said otherwise.
 */
@TypeName("cosine")
@Help("falls along half a cosine, and begins anew after each period")
public record CosinePolicy(
    @Iterations @Range(min = 1) @Help("iterations of the first period; all there are if left out")
        Optional<Long> period,
    @Default("1") @Range(min = 1) @Help("how many times as long each further period is")
        double growth,
    @Default("0") @Range(min = 0) @Help("the rate at the end of a period") double min)
    implements LearningRatePolicy {

  /** {@code StrictMath}: the same on every platform. */
  @Override
  public double rate(double base, Moment now) {
    double lasts = period.orElse(Math.max(1, now.length()));
    double into = now.iteration();
    while (into >= lasts && (period.isPresent() || into > lasts)) {
      into -= lasts;
      lasts *= growth;
    }
    return min + (base - min) * (1 + StrictMath.cos(Math.PI * into / lasts)) / 2;
  }
}
