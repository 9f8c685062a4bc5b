package org.cortado.engine.update;

import java.util.List;
import org.cortado.api.option.Default;
import org.cortado.api.option.Help;
import org.cortado.api.option.Range;
import org.cortado.api.option.TypeName;
import org.cortado.api.update.Update;
import org.cortado.api.update.UpdateRule;

/**
 * Changes of the size of late changes: {@code h ← ρ · h + (1 − ρ) · g²; d = g · √((u + delta) / (h
 * + delta)); u ← ρ · u + (1 − ρ) · d²; w ← w − rate · d}, with {@code ρ} the momentum.
 *
 * <p>Zeiler 2012, as Caffe has it, whose name for the decay is momentum, too.
 */
@TypeName("AdaDelta")
@Help("makes changes as large as late changes were")
public record AdaDeltaRule(
    @Default("0.95") @Range(min = 0, below = 1) @Help("how much of the mean squares is kept")
        double momentum,
    @Default("1e-8") @Range(min = 0) @Help("what keeps both mean squares from 0") double delta)
    implements UpdateRule {

  @Override
  public List<String> histories() {
    return List.of("square", "change");
  }

  @Override
  public Update newUpdate() {
    float kept = (float) momentum;
    float taken = (float) (1 - momentum);
    float added = (float) delta;
    return (w, g, histories, rate, length) -> {
      float[] h = histories[0];
      float[] u = histories[1];
      for (int i = 0; i < length; i++) {
        h[i] = kept * h[i] + taken * g[i] * g[i];
        float d = g[i] * (float) Math.sqrt((u[i] + added) / (h[i] + added));
        u[i] = kept * u[i] + taken * d * d;
        w[i] -= rate * d;
      }
    };
  }
}
