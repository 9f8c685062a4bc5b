package org.cortado.engine.update;

import java.util.List;
import org.cortado.api.option.Default;
import org.cortado.api.option.Help;
import org.cortado.api.option.Range;
import org.cortado.api.option.TypeName;
import org.cortado.api.update.Update;
import org.cortado.api.update.UpdateRule;

/**
 * {@link AdamRule} whose decay acts on the weights themselves: {@code w ← w − rate · decay · w; w ←
 * w − rate · m̂ / (√v̂ + delta)}, with {@code m̂ = m / (1 − β₁ᵗ)} and {@code v̂ = v / (1 − β₂ᵗ)}.
 *
 * <p>Loshchilov and Hutter 2019, in PyTorch's form: decay is multiplied by the learning rate, where
 * the paper multiplies it by the schedule alone.
 */
@TypeName("AdamW")
@Help("Adam with decoupled decay")
public record AdamWRule(
    @Default("0.9") @Range(min = 0, below = 1) @Help("how much of the mean gradient is kept")
        double momentum,
    @Default("0.999") @Range(min = 0, below = 1) @Help("how much of the mean square is kept")
        double momentum2,
    @Default("1e-8") @Range(min = 0) @Help("what keeps the divisor from 0") double delta)
    implements UpdateRule {

  @Override
  public List<String> histories() {
    return Moments.HISTORIES;
  }

  @Override
  public boolean decouplesDecay() {
    return true;
  }

  /** Both sides of the fraction are multiplied by {@code √(1 − β₂ᵗ)}. */
  @Override
  public Update newUpdate() {
    Moments moments = new Moments(momentum, momentum2);
    return new AdamUpdate(
        moments,
        step -> moments.squareRoot(step) / moments.mean(step),
        step -> delta * moments.squareRoot(step));
  }
}
