package org.cortado.engine.update;

import java.util.List;
import org.cortado.api.option.Default;
import org.cortado.api.option.Help;
import org.cortado.api.option.Range;
import org.cortado.api.option.TypeName;
import org.cortado.api.update.Update;
import org.cortado.api.update.UpdateRule;

/**
 * Stochastic gradient descent with momentum: {@code h ← momentum · h + rate · g; w ← w − h}.
 *
 * <p>Caffe's. The rate is inside the history, where PyTorch has it outside: a rate that falls
 * leaves the speed gained so far alone. Without momentum nothing is remembered.
 */
@TypeName("SGD")
@Help("follows the gradient, with momentum")
public record SgdRule(
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
        ? (w, g, histories, rate, length) -> follow(w, g, rate, length)
        : (w, g, histories, rate, length) -> change(w, g, histories[0], kept, rate, length);
  }

  /** Changes weights by their gradient alone. */
  static void follow(float[] w, float[] g, float rate, int length) {
    for (int i = 0; i < length; i++) {
      w[i] -= rate * g[i];
    }
  }

  /** Changes weights by their gradient and their last change. */
  static void change(float[] w, float[] g, float[] h, float momentum, float rate, int length) {
    for (int i = 0; i < length; i++) {
      h[i] = momentum * h[i] + rate * g[i];
      w[i] -= h[i];
    }
  }
}
