package org.cortado.engine.update;

import java.util.List;
import org.cortado.api.option.Default;
import org.cortado.api.option.Help;
import org.cortado.api.option.Range;
import org.cortado.api.option.TypeName;
import org.cortado.api.update.Update;
import org.cortado.api.update.UpdateRule;

/**
 * {@link AdamRule} with Nesterov's momentum: {@code m ← β₁m + (1 − β₁)g; v ← β₂v + (1 − β₂)g²; w ←
 * w − rate · (μₜ₊₁ · m / (1 − μ₁ ⋯ μₜ₊₁) + (1 − μₜ) · g / (1 − μ₁ ⋯ μₜ)) / (√(v / (1 − β₂ᵗ)) +
 * delta)}, with {@code μₜ = β₁ · (1 − 0.96^(t · momentum_decay) / 2)}.
 *
 * <p>Dozat 2016, with the schedule of its section 3, as in PyTorch.
 */
@TypeName("NAdam")
@Help("Adam with Nesterov's momentum")
public record NAdamRule(
    @Default("0.9") @Range(min = 0, below = 1) @Help("how much of the mean gradient is kept")
        double momentum,
    @Default("0.999") @Range(min = 0, below = 1) @Help("how much of the mean square is kept")
        double momentum2,
    @Default("1e-8") @Range(min = 0) @Help("what keeps the divisor from 0") double delta,
    @Default("0.004") @Range(min = 0) @Help("how early the momentum reaches its full height")
        double momentumDecay)
    implements UpdateRule {

  private static final double BASE = 0.96;

  /** What is smaller makes no difference to 1. */
  private static final double NOTHING = 1e-20;

  @Override
  public List<String> histories() {
    return Moments.HISTORIES;
  }

  @Override
  public Update newUpdate() {
    return new Ahead(this);
  }

  private double momentum(long step) {
    return momentum * (1 - StrictMath.pow(BASE, step * momentumDecay) / 2);
  }

  /** The product of the momenta of all steps; soon so small that the rest of them don't matter. */
  private double product(long steps) {
    double product = 1;
    for (long step = 1; step <= steps && product > NOTHING; step++) {
      product *= momentum(step);
    }
    return product;
  }

  /** Both sides of the fraction are multiplied by {@code √(1 − β₂ᵗ)}. */
  private static final class Ahead implements Update {

    private final NAdamRule rule;
    private final Moments moments;
    private float ofMean;
    private float ofGradient;
    private float added;

    Ahead(NAdamRule rule) {
      this.rule = rule;
      moments = new Moments(rule.momentum, rule.momentum2);
    }

    @Override
    public void begin(long step) {
      double now = rule.momentum(step);
      double next = rule.momentum(step + 1);
      double product = rule.product(step);
      double root = moments.squareRoot(step);
      ofMean = (float) (root * next / (1 - product * next));
      ofGradient = (float) (root * (1 - now) / (1 - product));
      added = (float) (root * rule.delta);
    }

    @Override
    public void change(float[] w, float[] g, float[][] histories, float rate, int length) {
      float kept = (float) moments.momentum();
      float taken = (float) (1 - moments.momentum());
      float kept2 = (float) moments.momentum2();
      float taken2 = (float) (1 - moments.momentum2());
      float scale = rate * ofMean;
      float ahead = rate * ofGradient;
      float divisor = added;
      float[] m = histories[0];
      float[] v = histories[1];
      for (int i = 0; i < length; i++) {
        m[i] = kept * m[i] + taken * g[i];
        v[i] = kept2 * v[i] + taken2 * g[i] * g[i];
        w[i] -= (scale * m[i] + ahead * g[i]) / ((float) Math.sqrt(v[i]) + divisor);
      }
    }
  }
}
