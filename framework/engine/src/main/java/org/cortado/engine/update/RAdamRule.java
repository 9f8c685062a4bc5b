package org.cortado.engine.update;

import java.util.List;
import org.cortado.api.option.Default;
import org.cortado.api.option.Help;
import org.cortado.api.option.Range;
import org.cortado.api.option.TypeName;
import org.cortado.api.update.Update;
import org.cortado.api.update.UpdateRule;

/**
 * {@link AdamRule} that begins as plain momentum, until the mean square has seen enough: with
 * {@code ρ = 2 / (1 − β₂) − 1} and {@code ρₜ = ρ − 2tβ₂ᵗ / (1 − β₂ᵗ)}, {@code w ← w − rate · m / (1
 * − β₁ᵗ)} while {@code ρₜ ≤ 5}, and {@code w ← w − rate · rₜ · √(1 − β₂ᵗ) / (1 − β₁ᵗ) · m / (√v +
 * delta)} then, {@code rₜ = √((ρₜ − 4)(ρₜ − 2)ρ / ((ρ − 4)(ρ − 2)ρₜ))}.
 *
 * <p>Liu et al. 2020, with the limit of 5 that its authors' code and PyTorch have, where the paper
 * has 4.
 */
@TypeName("RAdam")
@Help("Adam that begins as plain momentum")
public record RAdamRule(
    @Default("0.9") @Range(min = 0, below = 1) @Help("how much of the mean gradient is kept")
        double momentum,
    @Default("0.999") @Range(min = 0, below = 1) @Help("how much of the mean square is kept")
        double momentum2,
    @Default("1e-8") @Range(min = 0) @Help("what keeps the divisor from 0") double delta)
    implements UpdateRule {

  private static final double ENOUGH = 5;

  @Override
  public List<String> histories() {
    return Moments.HISTORIES;
  }

  @Override
  public Update newUpdate() {
    return new Rectified(new Moments(momentum, momentum2), delta);
  }

  private static final class Rectified implements Update {

    private final Moments moments;
    private final AdamUpdate adam;
    private boolean enough;
    private float factor;

    Rectified(Moments moments, double delta) {
      this.moments = moments;
      adam =
          new AdamUpdate(
              moments,
              step -> rectification(step) * moments.squareRoot(step) / moments.mean(step),
              step -> delta);
    }

    @Override
    public void begin(long step) {
      enough = seen(step) > ENOUGH;
      if (enough) {
        adam.begin(step);
      } else {
        factor = (float) (1 / moments.mean(step));
      }
    }

    @Override
    public void change(float[] w, float[] g, float[][] histories, float rate, int length) {
      if (enough) {
        adam.change(w, g, histories, rate, length);
      } else {
        follow(w, g, histories, rate * factor, length);
      }
    }

    private void follow(float[] w, float[] g, float[][] histories, float scale, int length) {
      float kept = (float) moments.momentum();
      float taken = (float) (1 - moments.momentum());
      float kept2 = (float) moments.momentum2();
      float taken2 = (float) (1 - moments.momentum2());
      float[] m = histories[0];
      float[] v = histories[1];
      for (int i = 0; i < length; i++) {
        m[i] = kept * m[i] + taken * g[i];
        v[i] = kept2 * v[i] + taken2 * g[i] * g[i];
        w[i] -= scale * m[i];
      }
    }

    private double most() {
      return 2 / (1 - moments.momentum2()) - 1;
    }

    /** Returns how many gradients the mean square is worth. */
    private double seen(long step) {
      double power = StrictMath.pow(moments.momentum2(), (double) step);
      return most() - 2 * step * power / (1 - power);
    }

    private double rectification(long step) {
      double most = most();
      double seen = seen(step);
      return Math.sqrt((seen - 4) * (seen - 2) * most / ((most - 4) * (most - 2) * seen));
    }
  }
}
