package org.cortado.layers.loss;

import jakarta.inject.Inject;
import org.cortado.api.LayerType;
import org.cortado.api.LossFormulaLayer;
import org.cortado.api.Reads;
import org.cortado.api.backend.Backend;
import org.cortado.api.option.Default;
import org.cortado.api.option.Help;

/**
 * The sum of absolute differences, per item: {@code loss = Σ |a − b| / norm}.
 *
 * <ul>
 *   <li>bottom 0, {@code a}: any shape; its first axis counts the {@code N} items, a scalar is one
 *   <li>bottom 1, {@code b}: as many items and elements as {@code a}
 *   <li>top 0: the loss, {@code []}; 0 without items
 *   <li>backward: {@code da = sign(a − b) · weight / norm}, 0 where they are equal; {@code db =
 *       −da}
 *   <li>parameters: none
 * </ul>
 *
 * <p>{@code norm} is {@code N}, as in Caffe's EuclideanLoss; with the normalization {@code full} it
 * is the number of elements, and the loss Torch's AbsCriterion. {@code valid} and {@code weights}
 * are {@code full} here. Sums are in double.
 */
@LayerType(
    name = "L1Loss",
    bottoms = 2,
    bottomNames = {"predictions", "targets"},
    topNames = "loss",
    backwardReads = Reads.BOTTOM_DATA,
    loss = true)
@Help("sum of absolute differences, per item")
public final class L1LossLayer extends LossFormulaLayer {

  /** What a net file says of an {@code L1Loss}. */
  public record Options(
      @Default("batch_size") @Help("what the sum is divided by: full for the mean of all elements")
          Normalization normalization) {}

  @Inject
  L1LossLayer(Options options, Backend backend) {
    super(backend, options.normalization().scale());
  }

  @Override
  protected double term(float a, float b) {
    return Math.abs((double) a - b);
  }

  @Override
  protected float slope(float a, float b) {
    return Math.signum(a - b);
  }
}
