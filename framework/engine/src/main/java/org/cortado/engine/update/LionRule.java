package org.cortado.engine.update;

import java.util.List;
import org.cortado.api.option.Default;
import org.cortado.api.option.Help;
import org.cortado.api.option.Range;
import org.cortado.api.option.TypeName;
import org.cortado.api.update.Update;
import org.cortado.api.update.UpdateRule;

/**
 * Changes of one size: {@code w ← w − rate · sign(momentum · h + (1 − momentum) · g); h ← momentum2
 * · h + (1 − momentum2) · g}.
 *
 * <p>Chen et al. 2023. Decay acts on the weights themselves, {@code w ← w − rate · decay · w}.
 */
@TypeName("Lion")
@Help("follows the sign of a momentum; decay is decoupled")
public record LionRule(
    @Default("0.9") @Range(min = 0, below = 1) @Help("the part of the history in the direction")
        double momentum,
    @Default("0.99") @Range(min = 0, below = 1) @Help("how much of the history is kept")
        double momentum2)
    implements UpdateRule {

  @Override
  public List<String> histories() {
    return List.of("momentum");
  }

  @Override
  public boolean decouplesDecay() {
    return true;
  }

  @Override
  public Update newUpdate() {
    float old = (float) momentum;
    float late = (float) (1 - momentum);
    float kept = (float) momentum2;
    float taken = (float) (1 - momentum2);
    return (w, g, histories, rate, length) -> {
      float[] h = histories[0];
      for (int i = 0; i < length; i++) {
        w[i] -= rate * Math.signum(old * h[i] + late * g[i]);
        h[i] = kept * h[i] + taken * g[i];
      }
    };
  }
}
