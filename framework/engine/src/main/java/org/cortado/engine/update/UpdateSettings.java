package org.cortado.engine.update;

import java.util.Optional;
import org.cortado.api.update.UpdateRule;

/**
 * How the parameters of a net are updated.
 *
 * @param rule what follows the gradient
 * @param decay how weights are drawn towards 0
 * @param clipping how long gradients may be
 * @param iterSize over how many passes gradients were added up; they are divided by it
 * @param maxNorm the greatest L2 norm of the weights of one output, for parameters of two axes or
 *     more that don't say otherwise
 */
public record UpdateSettings(
    UpdateRule rule, Decay decay, Clipping clipping, int iterSize, Optional<Double> maxNorm) {

  /** Returns settings that follow a rule and do nothing else. */
  public static UpdateSettings of(UpdateRule rule) {
    return new UpdateSettings(rule, Decay.NONE, Clipping.NONE, 1, Optional.empty());
  }

  /** Returns these settings with another decay. */
  public UpdateSettings with(Decay changed) {
    return new UpdateSettings(rule, changed, clipping, iterSize, maxNorm);
  }

  /** Returns these settings with another clipping. */
  public UpdateSettings with(Clipping changed) {
    return new UpdateSettings(rule, decay, changed, iterSize, maxNorm);
  }

  /** Returns these settings for gradients that were added up over so many passes. */
  public UpdateSettings overPasses(int passes) {
    return new UpdateSettings(rule, decay, clipping, passes, maxNorm);
  }

  /** Returns these settings with a limit to the weights of each output. */
  public UpdateSettings withMaxNorm(double limit) {
    return new UpdateSettings(rule, decay, clipping, iterSize, Optional.of(limit));
  }

  /** Returns whether decay acts on the weights themselves. */
  boolean decouplesDecay() {
    return decay.decoupled() || rule.decouplesDecay();
  }
}
