package org.cortado.layers.loss;

import jakarta.inject.Inject;
import org.cortado.api.LayerType;
import org.cortado.api.LossFormulaLayer;
import org.cortado.api.Reads;
import org.cortado.api.backend.Backend;
import org.cortado.api.option.Default;
import org.cortado.api.option.Help;

/**
 * The Kullback-Leibler divergence of a target distribution from log-probabilities, per item: {@code
 * loss = Σ t (ln t − x) / norm}.
 *
 * <ul>
 *   <li>bottom 0, {@code x}: log-probabilities of any shape; its first axis counts the {@code N}
 *       items, a scalar is one
 *   <li>bottom 1: the target's probabilities {@code t}, or their logarithms; as many items and
 *       elements as {@code x}; it takes no gradient
 *   <li>top 0: the loss, {@code []}; 0 without items
 *   <li>backward: {@code dx = −t · weight / norm}
 *   <li>parameters: none
 * </ul>
 *
 * <p>Torch's DistKLDivCriterion, which divides by the number of elements; that is the normalization
 * {@code full}, and {@code norm} is {@code N} without it, as the formula of the divergence has it.
 * {@code valid} and {@code weights} are {@code full} here. What has the probability 0 in the target
 * adds nothing, even where {@code x} is −∞; a negative probability gives NaN. Sums are in double.
 */
@LayerType(
    name = "KLDivLoss",
    bottoms = 2,
    bottomNames = {"log-probabilities", "targets"},
    topNames = "loss",
    backwardReads = Reads.BOTTOM_DATA,
    loss = true,
    noGradient = 1)
@Help("Kullback-Leibler divergence of a target distribution, per item")
public final class KLDivLossLayer extends LossFormulaLayer {

  /** What a net file says of a {@code KLDivLoss}. */
  public record Options(
      @Default("false") @Help("whether the targets are logarithms of probabilities")
          boolean logTarget,
      @Default("batch_size") @Help("what the sum is divided by: full for the mean of all elements")
          Normalization normalization) {}

  private final boolean logTarget;

  @Inject
  KLDivLossLayer(Options options, Backend backend) {
    super(backend, options.normalization().scale());
    logTarget = options.logTarget();
  }

  @Override
  protected double term(float x, float target) {
    return logTarget ? term(x, Math.exp(target), target) : term(x, target, logarithm(target));
  }

  private static double logarithm(float t) {
    return t == 0 ? 0 : Math.log(t);
  }

  private static double term(float x, double t, double logarithm) {
    return t == 0 && !Float.isNaN(x) ? 0 : t * (logarithm - x);
  }

  @Override
  protected float slope(float x, float target) {
    return -(logTarget ? (float) Math.exp(target) : target);
  }
}
