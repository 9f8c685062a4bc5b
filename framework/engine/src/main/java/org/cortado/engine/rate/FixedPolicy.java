package org.cortado.engine.rate;

import org.cortado.api.option.Help;
import org.cortado.api.option.TypeName;
import org.cortado.api.rate.LearningRatePolicy;
import org.cortado.api.rate.Moment;

/** The same rate throughout. */
@TypeName("fixed")
@Help("the same rate throughout")
public record FixedPolicy() implements LearningRatePolicy {

  @Override
  public double rate(double base, Moment now) {
    return base;
  }
}
