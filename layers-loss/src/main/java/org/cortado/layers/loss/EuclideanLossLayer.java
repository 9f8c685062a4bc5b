package org.cortado.layers.loss;

import jakarta.inject.Inject;
import org.cortado.api.LayerType;
import org.cortado.api.LossFormulaLayer;
import org.cortado.api.LossScale;
import org.cortado.api.Reads;
import org.cortado.api.backend.Backend;
import org.cortado.api.option.Help;

/**
 * Half the squared distance of two blobs, per item: {@code loss = Σ (a − b)² / (2 N)}.
 *
 * <ul>
 *   <li>bottom 0, {@code a}: any shape; its first axis counts the {@code N} items, a scalar is one
 *   <li>bottom 1, {@code b}: as many items and elements as {@code a}
 *   <li>top 0: the loss, {@code []}; 0 without items
 *   <li>backward: {@code da = (a − b) · weight / N}, {@code db = −da}
 *   <li>parameters: none
 * </ul>
 *
 * <p>Caffe's EuclideanLoss. Sums are in double.
 */
@LayerType(
    name = "EuclideanLoss",
    bottoms = 2,
    bottomNames = {"predictions", "targets"},
    topNames = "loss",
    backwardReads = Reads.BOTTOM_DATA,
    loss = true)
@Help("half the squared distance of two blobs, per item")
public final class EuclideanLossLayer extends LossFormulaLayer {

  @Inject
  EuclideanLossLayer(Backend backend) {
    super(backend, LossScale.PER_ITEM);
  }

  @Override
  protected double term(float a, float b) {
    double error = (double) a - b;
    return error * error / 2;
  }

  @Override
  protected float slope(float a, float b) {
    return a - b;
  }
}
