package org.cortado.engine.update;

import java.util.List;
import org.cortado.api.option.Default;
import org.cortado.api.option.Help;
import org.cortado.api.option.Range;
import org.cortado.api.option.TypeName;
import org.cortado.api.update.Update;
import org.cortado.api.update.UpdateRule;

/**
 * A rate for each weight that falls with the squares of all its gradients: {@code h ← h + g²; w ← w
 * − rate · g / (√h + delta)}.
 *
 * <p>Duchi et al. 2011, as Caffe has it.
 */
@TypeName("AdaGrad")
@Help("divides by the root of the sum of all squared gradients")
public record AdaGradRule(
    @Default("1e-8") @Range(min = 0) @Help("what keeps the divisor from 0") double delta)
    implements UpdateRule {

  @Override
  public List<String> histories() {
    return List.of("square");
  }

  @Override
  public Update newUpdate() {
    float added = (float) delta;
    return (w, g, histories, rate, length) -> change(w, g, histories[0], added, rate, length);
  }

  private static void change(float[] w, float[] g, float[] h, float delta, float rate, int length) {
    for (int i = 0; i < length; i++) {
      h[i] += g[i] * g[i];
      w[i] -= rate * g[i] / ((float) Math.sqrt(h[i]) + delta);
    }
  }
}
