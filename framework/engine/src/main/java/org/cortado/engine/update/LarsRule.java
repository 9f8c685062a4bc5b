package org.cortado.engine.update;

import java.util.List;
import org.cortado.api.option.Default;
import org.cortado.api.option.Help;
import org.cortado.api.option.Range;
import org.cortado.api.option.TypeName;
import org.cortado.api.update.Update;
import org.cortado.api.update.UpdateRule;

/**
 * {@link SgdRule} with a rate for each parameter that makes its changes a like part of its weights:
 * {@code h ← momentum · h + rate · λ · g; w ← w − h}, with {@code λ = trust · ‖w‖ / (‖g‖ + decay ·
 * ‖w‖)}.
 *
 * <p>You, Gitman and Ginsburg 2017, for large batches. {@code ‖g‖} is that of the gradient without
 * decay. A parameter of zeros, or one without gradient, has {@code λ = 1}, of which the paper says
 * nothing; a bias that begins at 0 could never leave it otherwise.
 */
@TypeName("LARS")
@Help("momentum, with a rate for each parameter by the norms of its weights and gradient")
public record LarsRule(
    @Default("0.9") @Range(min = 0, below = 1) @Help("how much of the last change is made again")
        double momentum,
    @Default("0.001") @Range(above = 0) @Help("how large a change is, as a part of the weights")
        double trust)
    implements UpdateRule {

  @Override
  public List<String> histories() {
    return List.of("momentum");
  }

  @Override
  public boolean readsNorms() {
    return true;
  }

  @Override
  public double rateFactor(double weights, double gradient, double decay) {
    return weights == 0 || gradient == 0 ? 1 : trust * weights / (gradient + decay * weights);
  }

  @Override
  public Update newUpdate() {
    float kept = (float) momentum;
    return (w, g, histories, rate, length) ->
        SgdRule.change(w, g, histories[0], kept, rate, length);
  }
}
