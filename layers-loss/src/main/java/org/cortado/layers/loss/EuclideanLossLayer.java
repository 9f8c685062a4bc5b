package org.cortado.layers.loss;

import jakarta.inject.Inject;
import org.cortado.api.LayerType;
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
public final class EuclideanLossLayer extends PairLossLayer {

  @Inject
  EuclideanLossLayer(Backend backend) {
    super(backend, Normalization.BATCH_SIZE);
  }

  @Override
  double loss(float[] a, float[] b, int length) {
    double sum = 0;
    for (int i = 0; i < length; i++) {
      double error = (double) a[i] - b[i];
      sum += error * error;
    }
    return sum / 2;
  }

  @Override
  void gradient(float[] a, float[] b, float factor, float[] da, int length) {
    for (int i = 0; i < length; i++) {
      da[i] = factor * (a[i] - b[i]);
    }
  }
}
