package org.cortado.layers.loss;

import jakarta.inject.Inject;
import java.nio.FloatBuffer;
import java.util.List;
import org.cortado.api.InvalidLayerException;
import org.cortado.api.Layer;
import org.cortado.api.LayerType;
import org.cortado.api.Reads;
import org.cortado.api.backend.Backend;
import org.cortado.api.backend.ElementwiseLoop;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Shape;
import org.cortado.api.blob.Tensor;
import org.cortado.api.option.Help;

/**
 * Half the squared distance of two blobs, per item: {@code loss = Σ (a − b)² / (2 N)}.
 *
 * <ul>
 *   <li>bottom 0, {@code a}: any shape; its first axis counts the {@code N} items, a scalar is one
 *   <li>bottom 1, {@code b}: as many items and elements as {@code a}
 *   <li>top 0: the loss, {@code []}
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
public final class EuclideanLossLayer implements Layer {

  private final ElementwiseLoop difference;
  private List<Tensor> operands = List.of();
  private float factor;

  @Inject
  EuclideanLossLayer(Backend backend) {
    difference = new ElementwiseLoop(backend.parallel(), this::scaledDifference);
  }

  @Override
  public void reshape(List<Blob> bottom, List<Blob> top) {
    Shape a = bottom.get(0).shape();
    Shape b = bottom.get(1).shape();
    if (a.count() != b.count() || items(a) != items(b)) {
      throw new InvalidLayerException(
          "both bottoms must have the same items and elements, but are " + a + " and " + b);
    }
    operands = List.of(bottom.get(0).data(), bottom.get(1).data());
    top.get(0).reshape(Shape.of());
  }

  private static int items(Shape shape) {
    return shape.axes() == 0 ? 1 : shape.dim(0);
  }

  @Override
  public void forward(List<Blob> bottom, List<Blob> top) {
    FloatBuffer a = bottom.get(0).data().read();
    FloatBuffer b = bottom.get(1).data().read();
    double sum = 0;
    for (int i = 0; i < bottom.get(0).count(); i++) {
      double error = (double) a.get(i) - b.get(i);
      sum += error * error;
    }
    top.get(0).data().write().put(0, (float) (sum / 2 / divisor(bottom)));
  }

  private static int divisor(List<Blob> bottom) {
    return Math.max(1, items(bottom.get(0).shape()));
  }

  @Override
  public void backward(List<Blob> top, boolean[] propagateDown, List<Blob> bottom) {
    for (int i = 0; i < 2; i++) {
      if (propagateDown[i]) {
        float weight = top.get(0).diff().read().get(0) / divisor(bottom);
        factor = i == 0 ? weight : -weight;
        difference.run(operands, bottom.get(i).diff());
      }
    }
  }

  private void scaledDifference(float[][] in, float[] out, int length) {
    for (int i = 0; i < length; i++) {
      out[i] = factor * (in[0][i] - in[1][i]);
    }
  }
}
