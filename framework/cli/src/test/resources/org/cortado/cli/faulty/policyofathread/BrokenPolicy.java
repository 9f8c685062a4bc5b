package policyofathread;

import org.cortado.api.option.TypeName;
import org.cortado.api.rate.LearningRatePolicy;
import org.cortado.api.rate.Moment;

@TypeName("faulty:policy")
public record BrokenPolicy(Thread worker) implements LearningRatePolicy {

  @Override
  public double rate(double base, Moment now) {
    return base;
  }
}
