package org.cortado.engine.update;

import java.util.List;
import org.cortado.api.option.Default;
import org.cortado.api.option.Help;
import org.cortado.api.option.Range;
import org.cortado.api.option.TypeName;
import org.cortado.api.update.Update;
import org.cortado.api.update.UpdateRule;

/**
 * Nesterov's momentum, which looks ahead: {@code h' ← momentum · h + rate · g; w ← w − (1 +
 * momentum) · h' + momentum · h}.
 *
 * <p>Caffe's form of Sutskever et al. 2013. Without momentum it is {@link SgdRule}.
 */
@TypeName("Nesterov")
@Help("follows the gradient, with momentum that looks one step ahead")
public record NesterovRule(
    @Default("0") @Range(min = 0, below = 1) @Help("how much of the last change is made again")
        double momentum)
    implements UpdateRule {

  @Override
  public List<String> histories() {
    return momentum == 0 ? List.of() : List.of("momentum");
  }

  @Override
  public Update newUpdate() {
    float kept = (float) momentum;
    return momentum == 0
        ? (w, g, histories, rate, length) -> SgdRule.follow(w, g, rate, length)
        : (w, g, histories, rate, length) -> change(w, g, histories[0], kept, rate, length);
  }

  private static void change(
      float[] w, float[] g, float[] h, float momentum, float rate, int length) {
    float ahead = 1 + momentum;
    for (int i = 0; i < length; i++) {
      float before = h[i];
      h[i] = momentum * before + rate * g[i];
      w[i] -= ahead * h[i] - momentum * before;
    }
  }
}
