package org.cortado.engine.update;

import java.util.List;
import org.cortado.api.option.Default;
import org.cortado.api.option.Help;
import org.cortado.api.option.Range;
import org.cortado.api.option.TypeName;
import org.cortado.api.update.Update;
import org.cortado.api.update.UpdateRule;

/**
 * {@link AdamRule} whose divisor never falls: {@code m ← β₁m + (1 − β₁)g; v ← β₂v + (1 − β₂)g²; x ←
 * max(x, v); w ← w − rate · m / (1 − β₁ᵗ) / (√x / √(1 − β₂ᵗ) + delta)}.
 *
 * <p>Reddi, Kale and Kumar 2018, in PyTorch's form: with Adam's corrections of bias, and delta,
 * both of which the paper leaves out.
 */
@TypeName("AMSGrad")
@Help("Adam with the greatest mean square so far")
public record AmsGradRule(
    @Default("0.9") @Range(min = 0, below = 1) @Help("how much of the mean gradient is kept")
        double momentum,
    @Default("0.999") @Range(min = 0, below = 1) @Help("how much of the mean square is kept")
        double momentum2,
    @Default("1e-8") @Range(min = 0) @Help("what keeps the divisor from 0") double delta)
    implements UpdateRule {

  @Override
  public List<String> histories() {
    return List.of("mean", "square", "max_square");
  }

  @Override
  public Update newUpdate() {
    return new Falling(new Moments(momentum, momentum2), delta);
  }

  /** Both sides of the fraction are multiplied by {@code √(1 − β₂ᵗ)}. */
  private static final class Falling implements Update {

    private final Moments moments;
    private final double delta;
    private float factor;
    private float added;

    Falling(Moments moments, double delta) {
      this.moments = moments;
      this.delta = delta;
    }

    @Override
    public void begin(long step) {
      factor = (float) (moments.squareRoot(step) / moments.mean(step));
      added = (float) (delta * moments.squareRoot(step));
    }

    @Override
    public void change(float[] w, float[] g, float[][] histories, float rate, int length) {
      float kept = (float) moments.momentum();
      float taken = (float) (1 - moments.momentum());
      float kept2 = (float) moments.momentum2();
      float taken2 = (float) (1 - moments.momentum2());
      float scale = rate * factor;
      float divisor = added;
      float[] m = histories[0];
      float[] v = histories[1];
      float[] x = histories[2];
      for (int i = 0; i < length; i++) {
        m[i] = kept * m[i] + taken * g[i];
        v[i] = kept2 * v[i] + taken2 * g[i] * g[i];
        x[i] = Math.max(x[i], v[i]);
        w[i] -= scale * m[i] / ((float) Math.sqrt(x[i]) + divisor);
      }
    }
  }
}
