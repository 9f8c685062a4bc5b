package org.cortado.engine.update;

import org.cortado.api.update.UpdateRule;

/**
 * How weights are drawn towards 0.
 *
 * @param regularizer what is held down: squares or amounts of weights
 * @param strength of a parameter whose {@code decay_mult} is 1; 0 draws nothing
 * @param decoupled whether weights are drawn by the rate times the strength before they follow
 *     their gradient; otherwise the decay is a part of the gradient. Rules that {@linkplain
 *     UpdateRule#decouplesDecay decouple decay} always do.
 */
public record Decay(Regularizer regularizer, double strength, boolean decoupled) {

  /** No decay. */
  public static final Decay NONE = new Decay(Regularizer.L2, 0, false);
}
