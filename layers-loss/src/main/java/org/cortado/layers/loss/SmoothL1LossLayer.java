package org.cortado.layers.loss;

import jakarta.inject.Inject;
import org.cortado.api.LayerType;
import org.cortado.api.LossFormulaLayer;
import org.cortado.api.Reads;
import org.cortado.api.backend.Backend;
import org.cortado.api.option.Default;
import org.cortado.api.option.Help;
import org.cortado.api.option.Range;

/**
 * The sum of differences, per item, squared where they are small and absolute where they are great:
 * {@code loss = Σ l(a − b) / norm}, {@code l(d) = d² / (2 beta)} where {@code |d| < beta}, else
 * {@code |d| − beta / 2}.
 *
 * <ul>
 *   <li>bottom 0, {@code a}: any shape; its first axis counts the {@code N} items, a scalar is one
 *   <li>bottom 1, {@code b}: as many items and elements as {@code a}
 *   <li>top 0: the loss, {@code []}; 0 without items
 *   <li>backward: {@code da = d / beta · weight / norm} where {@code |d| < beta}, else {@code
 *       sign(d) · weight / norm}; {@code db = −da}
 *   <li>parameters: none
 * </ul>
 *
 * <p>{@code norm} is {@code N}, as in the SmoothL1Loss that Girshick added to Caffe for Fast R-CNN,
 * whose {@code sigma} is {@code 1 / √beta}; with the normalization {@code full} it is the number of
 * elements, and the loss Torch's SmoothL1Criterion. {@code valid} and {@code weights} are {@code
 * full} here. With a beta of 0 it is L1Loss. Sums are in double.
 */
@LayerType(
    name = "SmoothL1Loss",
    bottoms = 2,
    bottomNames = {"predictions", "targets"},
    topNames = "loss",
    backwardReads = Reads.BOTTOM_DATA,
    loss = true)
@Help("sum of differences, squared where small, absolute where great")
public final class SmoothL1LossLayer extends LossFormulaLayer {

  /** What a net file says of a {@code SmoothL1Loss}. */
  public record Options(
      @Default("1") @Range(min = 0) @Help("below what size a difference is squared") float beta,
      @Default("batch_size") @Help("what the sum is divided by: full for the mean of all elements")
          Normalization normalization) {}

  private final float beta;

  @Inject
  SmoothL1LossLayer(Options options, Backend backend) {
    super(backend, options.normalization().scale());
    beta = options.beta();
  }

  @Override
  protected double term(float a, float b) {
    double size = Math.abs((double) a - b);
    return size < beta ? size * size / (2 * beta) : size - beta / 2;
  }

  @Override
  protected float slope(float a, float b) {
    float d = a - b;
    return Math.abs(d) < beta ? d / beta : Math.signum(d);
  }
}
