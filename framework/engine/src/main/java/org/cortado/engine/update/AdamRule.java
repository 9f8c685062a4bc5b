package org.cortado.engine.update;

import java.util.List;
import org.cortado.api.option.Default;
import org.cortado.api.option.Help;
import org.cortado.api.option.Range;
import org.cortado.api.option.TypeName;
import org.cortado.api.update.Update;
import org.cortado.api.update.UpdateRule;

/**
 * The mean of late gradients, divided by the root of their mean square: {@code m ← β₁m + (1 − β₁)g;
 * v ← β₂v + (1 − β₂)g²; w ← w − rate · √(1 − β₂ᵗ) / (1 − β₁ᵗ) · m / (√v + delta)}, with {@code β₁}
 * the momentum and {@code β₂} momentum2.
 *
 * <p>Kingma and Ba 2015, in the order that the end of their section 2 gives, as in Caffe; PyTorch
 * adds delta to the corrected root. Decay is part of the gradient: see {@link AdamWRule}.
 */
@TypeName("Adam")
@Help("follows the mean of gradients, divided by the root of their mean square")
public record AdamRule(
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
  public Update newUpdate() {
    Moments moments = new Moments(momentum, momentum2);
    return new AdamUpdate(
        moments, step -> moments.squareRoot(step) / moments.mean(step), step -> delta);
  }
}
